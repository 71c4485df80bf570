package dev.remora.processor.model;

/** Which stubs a module asks for. */
public enum StubForms {
  /** One whose calls wait. */
  SYNCHRONOUS,
  /** That, and one whose calls do not. */
  WITH_ASYNCHRONOUS
}
