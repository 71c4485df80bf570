package dev.remora.examples.main;

import dev.remora.annotation.RemoteModule;
import dev.remora.examples.api.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One text that is being edited, in memory only: nothing is ever written to the disk.
 *
 * <p>Lines count from 1. Crosses by reference: the text and its history stay in the main process.
 */
@RemoteModule
public final class Editor implements Document {
  private final String path;
  private final List<String> original;
  private final Deque<List<String>> history = new ArrayDeque<>();
  private List<String> lines;
  private boolean ended;

  Editor(String path, List<String> lines) {
    this.path = path;
    this.original = List.copyOf(lines);
    this.lines = original;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public synchronized List<String> lines() {
    checkOpen();
    return lines;
  }

  /** All lines as one text. */
  public String text() {
    return String.join("\n", lines());
  }

  /** Puts a line before the one of that number. */
  public synchronized void insert(int number, String line) {
    List<String> changed = new ArrayList<>(lines());
    changed.add(number - 1, line);
    become(changed);
  }

  /** Replaces a line, and gives what stood there. */
  public synchronized String replace(int number, String line) {
    List<String> changed = new ArrayList<>(lines());
    String before = changed.set(number - 1, line);
    become(changed);
    return before;
  }

  /** Takes the last edit back, if there is one. */
  public synchronized void undo() {
    checkOpen();
    if (!history.isEmpty()) {
      lines = history.pop();
    }
  }

  /** How many edits can be taken back. */
  public synchronized int undoCount() {
    checkOpen();
    return history.size();
  }

  @Override
  public synchronized boolean isDirty() {
    checkOpen();
    return !lines.equals(original);
  }

  /** Called when the editor is closed; stubs of it may live longer, and then say so. */
  synchronized void end() {
    ended = true;
    history.clear();
  }

  private void become(List<String> changed) {
    history.push(lines);
    lines = List.copyOf(changed);
  }

  private void checkOpen() {
    if (ended) {
      throw new IllegalStateException("the editor of " + path + " is closed");
    }
  }
}
