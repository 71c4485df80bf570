package dev.remora.session;

import dev.remora.wire.Encoding;
import dev.remora.wire.Pool;

/**
 * What calls of one connection are made of, while nobody uses it ({@code
 * docs/decisions/0028-calls-are-used-again.md}). Any thread.
 */
final class SpareParts {
  private final Pool<Header> headers = new Pool<>();
  private final Pool<OutgoingCall> calls = new Pool<>();

  private final Encoding encoding;

  /** None yet. */
  SpareParts(Encoding encoding) {
    this.encoding = encoding;
  }

  /** A header for the next frame, new or used. */
  Header header() {
    Header used = headers.take();
    return used == null ? new Header(encoding) : used;
  }

  /** Takes a header back whose frame nobody reads any more. */
  void recycle(Header header) {
    header.forget();
    headers.giveBack(header);
  }

  /** Calls that can be made again. */
  Pool<OutgoingCall> calls() {
    return calls;
  }
}
