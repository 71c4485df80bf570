package dev.remora.registry.model;

import java.util.ArrayList;
import java.util.List;

/** Something that can happen. */
sealed interface Step {

  /** What happens, in words. */
  String describe(Scenario scenario);

  /**
   * Whether it happens by itself in the end, if nobody starts anything new: what is written is
   * sent, what is sent is read, what is not in use is collected.
   */
  default boolean isDue() {
    return true;
  }

  /** A thread writes a message; it is not sent yet. */
  record Write(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " writes " + words(frame, by, scenario);
    }

    @Override
    public boolean isDue() {
      return frame.kind() == Frame.Kind.ANSWER && frame.content() == 0;
    }
  }

  /** The message is sent. */
  record Send(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " sends " + words(frame, by, scenario);
    }
  }

  /** The message is not sent after all. */
  record GiveUp(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " gives up " + words(frame, by, scenario);
    }

    @Override
    public boolean isDue() {
      return false;
    }
  }

  /** The reading thread takes a frame and does what it says. */
  record Read(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " reads " + words(frame, by.other(), scenario);
    }
  }

  /** The reading thread takes a message that another thread will decode. */
  record HandOver(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " reads, for another thread, " + words(frame, by.other(), scenario);
    }
  }

  /** The other thread decodes the message. */
  record Decode(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " decodes " + words(frame, by.other(), scenario);
    }
  }

  /** A message is not decoded, but answered with an error, or dropped. */
  record Refuse(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " refuses " + words(frame, by.other(), scenario);
    }

    @Override
    public boolean isDue() {
      return false;
    }
  }

  /**
   * The program has let go of a stub, and the garbage collector clears the weak reference to it.
   */
  record Collect(Side by, int id) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " collects its stub of " + scenario.describe(id);
    }
  }

  /** The thread that hears of collected stubs queues what is to be given back. */
  record Hear(Side by, int id, int arrivals) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " hears that a stub of " + scenario.describe(id) + " is gone";
    }
  }

  /** All that is queued is sent. */
  record Release(Side by, Frame frame) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " sends " + words(frame, by, scenario);
    }
  }

  /** A side closes the context. */
  record Close(Side by) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return by + " closes the context";
    }

    @Override
    public boolean isDue() {
      return false;
    }
  }

  /** The connection breaks, with all that is on its way. */
  record Lose() implements Step {
    @Override
    public String describe(Scenario scenario) {
      return "the connection breaks";
    }

    @Override
    public boolean isDue() {
      return false;
    }
  }

  /** A step of one of two contexts. */
  record InContext(String context, Step step) implements Step {
    @Override
    public String describe(Scenario scenario) {
      return "in context " + context + ", " + step.describe(scenario);
    }

    @Override
    public boolean isDue() {
      return step.isDue();
    }
  }

  private static String words(Frame frame, Side sender, Scenario scenario) {
    String kind =
        switch (frame.kind()) {
          case POST -> "a message";
          case CALL -> "a call";
          case ANSWER -> "an answer";
          case RELEASE -> "a release";
          case END -> "the end";
        };
    List<String> contents = new ArrayList<>();
    for (int id = 0; id < scenario.ids(); id++) {
      if (frame.has(id)) {
        contents.add((scenario.owner(id) == sender ? "gives " : "names ") + scenario.describe(id));
      } else if (frame.released(id) > 0) {
        contents.add("gives back " + frame.released(id) + " of " + scenario.describe(id));
      }
    }
    return contents.isEmpty() ? kind : kind + " that " + String.join(" and ", contents);
  }
}
