package com.example.view;

import com.example.notes.Note;
import com.example.notes.NotesStub;
import dev.remora.renderer.RemoteContext;

/** The renderer: it has the stubs on its class path, and no class of the main process. */
public final class Renderer {
  private Renderer() {}

  /**
   * Runs it.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (RemoteContext remote = RemoteContext.connectToParent()) {
      NotesStub notes = NotesStub.require(remote);
      Note note = notes.add("first");
      System.out.println("added " + note);
      System.out.println("all " + notes.all());
    }
    for (String name : new String[] {"com.example.notes.Notes", "com.example.app.Main"}) {
      System.out.println(name + (isHere(name) ? " is here" : " is not here"));
    }
  }

  private static boolean isHere(String name) {
    try {
      Class.forName(name);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
