package dev.remora.it.electron;

import dev.remora.annotation.RemoteModule;

/** What the original's {@code remote} object offers, each a module that can be required. */
public final class Offered {

  private Offered() {}

  /** Has a title, by which tests see which object it is. */
  public abstract static class Titled {
    /** The title. */
    public final String title;

    Titled(String title) {
      this.title = title;
    }
  }

  /** For {@code remote.getGlobal(name)}: an object that is exported under a name. */
  @RemoteModule(name = "global")
  public static final class Global extends Titled {
    Global(String title) {
      super(title);
    }
  }

  /** For {@code remote.app}: a service that is always there. */
  @RemoteModule(name = "app")
  public static final class Builtin extends Titled {
    Builtin(String title) {
      super(title);
    }
  }

  /** For {@code remote.require(name)}. */
  @RemoteModule(name = "module")
  public static final class Library extends Titled {
    Library(String title) {
      super(title);
    }
  }

  /** For {@code remote.getCurrentWindow()}: each context has its own. */
  @RemoteModule(name = "window")
  public static final class Window extends Titled {
    private final WebContents contents;

    Window(String title, WebContents contents) {
      super(title);
      this.contents = contents;
    }

    /** What is in the window. */
    public WebContents webContents() {
      return contents;
    }
  }

  /** For {@code remote.getCurrentWebContents()}: each context has its own. */
  @RemoteModule(name = "contents")
  public static final class WebContents extends Titled {
    WebContents(String title) {
      super(title);
    }
  }
}
