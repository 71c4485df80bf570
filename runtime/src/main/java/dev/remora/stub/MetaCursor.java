package dev.remora.stub;

import dev.remora.BadArgumentsException;
import dev.remora.LimitExceededException;
import dev.remora.ProtocolException;
import dev.remora.RemoteException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Walks through the metas of one frame, one token at a time; what codecs read from.
 *
 * <p>Grammar in {@code docs/protocol.md#metas}. Used by one thread; the frame's bytes stay as they
 * are meanwhile.
 */
public final class MetaCursor {
  private static final Subject NOBODY = new Nobody();

  private JsonParser json;
  private List<ByteBuffer> attachments;
  private @Nullable References references;
  private ValueMapper values;
  private Subject subject;
  private boolean arguments;

  /** The parser's current token starts a meta that nobody has looked at. */
  private boolean tokenAhead;

  /** A meta was opened to look at it; {@link #open()} gives the same answer once more. */
  private boolean openedAhead;

  private @Nullable String openedType;

  /** The value of the opened {@code value} meta is the parser's current token. */
  private boolean enteredAhead;

  private int position;
  private String location = "";
  private String name = "";
  private boolean lent;

  /** The component of a record that is being read, for errors; empty outside of records. */
  private String component = "";

  /**
   * For the session.
   *
   * @param json the parser, whose next token starts a meta, or ends the arguments
   * @param attachments the frame's attachments
   * @param references finds objects and stubs by id
   * @param values reads what has no codec of ours
   * @param subject names the call in errors
   * @param arguments whether these are arguments; otherwise a result
   */
  public MetaCursor(
      JsonParser json,
      List<ByteBuffer> attachments,
      References references,
      ValueMapper values,
      Subject subject,
      boolean arguments) {
    this.json = json;
    this.attachments = attachments;
    this.references = references;
    this.values = values;
    this.subject = subject;
    this.arguments = arguments;
  }

  /**
   * Starts over with another frame, for the session: nobody reads the last one any more.
   *
   * @param parser the parser, whose next token starts a meta, or ends the arguments
   * @param buffers the frame's attachments
   * @param finder finds objects and stubs by id
   * @param mapper reads what has no codec of ours
   * @param call names the call in errors
   * @param areArguments whether these are arguments; otherwise a result
   */
  public void restart(
      JsonParser parser,
      List<ByteBuffer> buffers,
      References finder,
      ValueMapper mapper,
      Subject call,
      boolean areArguments) {
    json = parser;
    attachments = buffers;
    references = finder;
    values = mapper;
    subject = call;
    arguments = areArguments;
    tokenAhead = false;
    openedAhead = false;
    openedType = null;
    enteredAhead = false;
    position = 0;
    location = "";
    name = "";
    lent = false;
    component = "";
  }

  private record Nobody() implements Subject {
    @Override
    public String describe() {
      return "a call that is over";
    }
  }

  /** Lets go of the call whose metas were read, and of the stubs that it keeps; for the session. */
  public void forget() {
    references = null;
    subject = NOBODY;
    attachments = List.of();
  }

  /**
   * Looks at the kind of the next meta without reading it; for the session.
   *
   * @return the {@code type} of a meta in long form, or null for a bare scalar
   */
  public @Nullable String peekType() {
    String type = open();
    openedAhead = true;
    openedType = type;
    return type;
  }

  /** Counts the next argument. */
  void advance() {
    position++;
  }

  /** Moves onto the next meta: its type, or null where the current token is a bare scalar. */
  @Nullable String open() {
    if (openedAhead) {
      openedAhead = false;
      return openedType;
    }
    JsonToken token = tokenAhead ? json.currentToken() : next();
    tokenAhead = false;
    if (token == JsonToken.END_ARRAY) {
      throw error("%s has too few arguments: %d".formatted(subject.describe(), position - 1), null);
    }
    if (token != JsonToken.START_OBJECT || !component.isEmpty()) {
      // Inside of a record there are no metas: what looks like one is data.
      return null;
    }
    if (!"type".equals(json.nextName()) || next() != JsonToken.VALUE_STRING) {
      throw misfit("a meta, which starts with its \"type\"", "an object without");
    }
    return json.getString();
  }

  /** Takes a null, bare or in long form, if the next meta is one. */
  boolean skipNull() {
    String type = peekType();
    if (type == null) {
      boolean isNull = json.currentToken() == JsonToken.VALUE_NULL;
      openedAhead = !isNull;
      return isNull;
    }
    if (!type.equals("value")) {
      return false;
    }
    enterValue();
    enteredAhead = true;
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      return false;
    }
    openedAhead = false;
    enteredAhead = false;
    close();
    return true;
  }

  /** Moves onto a scalar's token; true where a long form is to be closed behind it. */
  boolean openScalar(String expected) {
    String type = open();
    if (type == null) {
      return false;
    }
    if (!type.equals("value")) {
      throw misfit(expected, "a meta of type '" + type + "'");
    }
    enterValue();
    return true;
  }

  /** Moves onto the value of a {@code value} meta. */
  private void enterValue() {
    if (enteredAhead) {
      enteredAhead = false;
    } else {
      enterField("value", "value");
    }
  }

  /** Moves onto the value of the next field, which has one of two names. */
  private void enterField(String name, String otherName) {
    String found = json.nextName();
    if (!name.equals(found) && !otherName.equals(found)) {
      throw misfit("the field \"" + name + "\"", found == null ? "none" : "\"" + found + "\"");
    }
    next();
  }

  /** Moves behind the end of the meta, over fields that are not known. */
  void close() {
    while (next() != JsonToken.END_OBJECT) {
      next();
      json.skipChildren();
    }
  }

  /**
   * Reads an element of a collection; for codecs.
   *
   * @param <T> its type
   * @param codec reads it
   * @return the element
   */
  public <T> T element(Codec<T> codec) {
    if (!codec.acceptsNull() && skipNull()) {
      throw misfit(codec.type().getTypeName(), "null");
    }
    return codec.read(this);
  }

  /** Opens an array meta, whose elements follow while {@link #hasMore()}. */
  void openArray(String metaType, String expected) {
    String type = open();
    if (!metaType.equals(type)) {
      throw misfit(expected, type == null ? null : "a meta of type '" + type + "'");
    }
    enterField("members", "value");
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw misfit(expected, null);
    }
  }

  /** Whether the array that was opened has a further element; the end is taken. */
  boolean hasMore() {
    tokenAhead = next() != JsonToken.END_ARRAY;
    return tokenAhead;
  }

  /** Moves onto the next value of a record: whether it is null, which is taken then. */
  boolean nextIsNull() {
    tokenAhead = next() != JsonToken.VALUE_NULL;
    return !tokenAhead;
  }

  /** Whether the value that the cursor is on is null, which is taken then. */
  boolean isNull() {
    tokenAhead = json.currentToken() != JsonToken.VALUE_NULL;
    return !tokenAhead;
  }

  /** Takes the first token of the value that the cursor is on. */
  @Nullable JsonToken takeValue() {
    tokenAhead = false;
    return json.currentToken();
  }

  /** Says which component of a record is read from here on; which it was before. */
  String enterComponent(String entered) {
    String before = component;
    component = entered;
    return before;
  }

  /** Opens a key and its value inside of a map meta; {@link #closePair} ends it. */
  void openPair() {
    tokenAhead = false;
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw misfit("a key with its value", null);
    }
  }

  void closePair() {
    if (next() != JsonToken.END_ARRAY) {
      throw misfit("the end of a key with its value", null);
    }
  }

  /**
   * Reads a meta that refers to something by number; for codecs and the session.
   *
   * @param metaType the meta's type
   * @param field the field that holds the number: {@code id}, {@code attachment}
   * @param expected names what was expected, in errors
   * @return the number
   */
  public long reference(String metaType, String field, String expected) {
    openReference(metaType, expected);
    return number(field, expected, false);
  }

  /** Reads a reference to an object whose {@link #name()} is wanted too, which costs a string. */
  long namedReference(String expected) {
    openReference("object", expected);
    return number("id", expected, true);
  }

  private void openReference(String metaType, String expected) {
    String type = open();
    if (!metaType.equals(type)) {
      throw misfit(expected, type == null ? null : "a meta of type '" + type + "'");
    }
  }

  /** The {@code location} of the reference that was read last, or empty. */
  String location() {
    return location;
  }

  /** Whether the reference that was read last says that it is {@code lent}. */
  boolean isLent() {
    return lent;
  }

  /** The {@code name} of the named reference that was read last, or empty. */
  String name() {
    return name;
  }

  /** Opens a {@code dynamic} meta: the name of its type; the meta of its value follows. */
  String openNamed() {
    String type = open();
    if (!"dynamic".equals(type)
        || !"of".equals(json.nextName())
        || next() != JsonToken.VALUE_STRING) {
      throw misfit("a dynamic value, which begins with the name of its type", null);
    }
    String named = json.getString();
    enterField("value", "value");
    tokenAhead = true;
    return named;
  }

  /** Reads a number from the fields of the meta that is open, and closes it. */
  private long number(String field, String expected, boolean named) {
    long number = -1;
    location = "";
    name = "";
    lent = false;
    for (String found = json.nextName(); found != null; found = json.nextName()) {
      JsonToken token = next();
      if (found.equals(field) && token == JsonToken.VALUE_NUMBER_INT) {
        number = json.getLongValue();
      } else if (found.equals("location") && token == JsonToken.VALUE_STRING) {
        location = json.getString();
      } else if (found.equals("lent")) {
        lent = token == JsonToken.VALUE_TRUE;
      } else if (named && found.equals("name") && token == JsonToken.VALUE_STRING) {
        name = json.getString();
      } else {
        json.skipChildren();
      }
    }
    if (number < 0) {
      throw misfit(expected, "a meta without \"" + field + "\"");
    }
    return number;
  }

  /**
   * The attachment that a {@code buffer} meta names: the frame's own memory, the caller's from here
   * on.
   */
  ByteBuffer attachment(String expected) {
    long index = reference("buffer", "attachment", expected);
    if (index >= attachments.size()) {
      throw misfit(expected, "attachment " + index + " of a frame with " + attachments.size());
    }
    return attachments.get((int) index);
  }

  void end() {
    JsonToken token = tokenAhead ? json.currentToken() : next();
    if (token != JsonToken.END_ARRAY) {
      throw error(
          "%s has too many arguments: more than %d".formatted(subject.describe(), position), null);
    }
    subject.argumentsRead();
  }

  /** A cursor over tokens of the same frame that databind had to buffer. */
  MetaCursor over(JsonParser buffered) {
    MetaCursor inner =
        new MetaCursor(buffered, attachments, references(), values, subject, arguments);
    inner.position = position;
    return inner;
  }

  JsonParser json() {
    return json;
  }

  References references() {
    return Objects.requireNonNull(references);
  }

  ValueMapper values() {
    return values;
  }

  private @Nullable JsonToken next() {
    try {
      JsonToken token = json.nextToken();
      if (token == null) {
        throw error(where() + " ends too early", null);
      }
      return token;
    } catch (JacksonException e) {
      throw unreadable("JSON", e);
    }
  }

  /**
   * The error for a value of the wrong kind; {@code found} is worked out from the current token
   * where null.
   */
  RemoteException misfit(String expected, @Nullable String found) {
    return error(
        "%s must be %s, but is %s"
            .formatted(where(), expected, found == null ? currentToken() : found),
        null);
  }

  RemoteException unreadable(String expected, Throwable failure) {
    if (failure instanceof StreamConstraintsException limit) {
      return new LimitExceededException(
          "cannot read " + where() + ": " + limit.getOriginalMessage(), limit);
    }
    return error(
        "cannot read %s as %s: %s".formatted(where(), expected, ValueMapper.reason(failure)),
        failure);
  }

  private RemoteException error(String message, @Nullable Throwable cause) {
    return arguments
        ? new BadArgumentsException(message, cause)
        : new ProtocolException(message, cause);
  }

  private String where() {
    return (component.isEmpty() ? "" : "component '" + component + "' in ")
        + (arguments ? "argument " + position : "the result")
        + " of "
        + subject.describe();
  }

  private String currentToken() {
    JsonToken token = json.currentToken();
    if (token == null) {
      return "missing";
    }
    return switch (token) {
      case VALUE_STRING -> "the string \"" + shortened(json.getString()) + "\"";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "the number " + shortened(json.getString());
      case VALUE_NULL -> "null";
      case VALUE_TRUE, VALUE_FALSE -> "the boolean " + json.getString();
      case START_ARRAY -> "a bare array";
      default -> "a " + token;
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
