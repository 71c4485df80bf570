package com.example.notes;

import dev.remora.annotation.RemoteModule;
import java.util.ArrayList;
import java.util.List;

/** Keeps notes in the main process. */
@RemoteModule
public final class Notes {
  private final List<Note> notes = new ArrayList<>();

  /**
   * Adds a note.
   *
   * @param text what it says
   * @return the note
   */
  public synchronized Note add(String text) {
    Note note = new Note(text, text.length());
    notes.add(note);
    return note;
  }

  /**
   * All notes.
   *
   * @return them, the oldest first
   */
  public synchronized List<Note> all() {
    return List.copyOf(notes);
  }
}
