package dev.remora.renderer;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The classes of ours and of Jackson's that a renderer's first call needs, loaded by a thread of
 * its own while the first connection is made: loading them is half of a renderer's start, and most
 * machines have a second core for it.
 *
 * <p>They are loaded and not initialized, so that no two threads can wait for each other. Where a
 * class is not there under its name, because somebody has moved Jackson into a package of his own,
 * say, the rest is loaded when it is needed, as without this. {@code StartIT} compares the list
 * with what a first call loads.
 */
final class FirstCallClasses implements Runnable {
  /** A package, which ends in a dot, and its classes. */
  private static final String NAMES =
      """
      dev.remora.transport. UnixSocketLink Readiness ShortWaits ShortWaits$SystemTime
        ShortWaits$Look UnixSocketLink$Waiter Watcher Watcher$Shared Watcher$Turn Mishap
      dev.remora.wire. Encoding JsonEncoding FrameBuffer SurrogateEscapes Pool FrameReader
        FrameReader$State Command OutgoingFrame Frame TokenEncoding TokenGenerator
        CurrentTokenParser TokenParser NameCache TokenInput TokenNumber TokenOutput Tokens
        TokenParser$1
      tools.jackson.core.io. CharacterEscapes IOContext IOContext$EncodingWriter
        ContentReference
      tools.jackson.core. StreamReadConstraints JacksonException StreamReadConstraints$Builder
        StreamWriteConstraints StreamWriteConstraints$Builder Versioned JsonGenerator
        JsonParser ErrorReportConfiguration TokenStreamContext StreamReadCapability JsonToken
        JsonParser$NumberType PrettyPrinter StreamWriteCapability ObjectWriteContext
        ObjectWriteContext$Base
      tools.jackson.core.exc. StreamConstraintsException JacksonIOException
        StreamReadException InputCoercionException StreamWriteException
      tools.jackson.core.base. GeneratorBase
      tools.jackson.core.util. TextBuffer ReadConstrainedTextBuffer RecyclerPool$WithPool
        BufferRecycler JacksonFeature SimpleStreamReadContext JacksonFeatureSet
        SimpleStreamWriteContext
      dev.remora.session. AnswerReading$Intake Heartbeat$Patient Outbound$Writing
        RendererSession ContextEnd CallingContext OutgoingCalls MemberCalls Hello Handshake
        RendererOptions Header Handshake$Fields Welcome OpenContexts SpareParts Outbound
        OutgoingParts AnswerReading ReadWait Attendant Attendant$Seat IdleWatch IdleWatch$Task
        IdleWatch$Step Passage OutgoingCall PendingAnswer UnawaitedAnswer AsyncCall
        PendingAnswer$Outcome ReleaseOrder Completions CallSlots Releaser Promises
        Promises$RemotePromise ContextStreams PostedCalls PostedCalls$PostedAnswer
        CallbackQueue OutgoingCalls$AbandonedAnswer OutgoingCalls$ById Quiescence Deliveries
        ServedCalls ServedCalls$ById Collector Heartbeat RequiredModule Workers Workers$Timer
        RequiredModule$1 Deadline Serving Answer WaitEnd Workers$Later OutgoingCalls$1
        ReleaseOrder$Undecoded PendingAnswer$Unopened CallingContext$Constructor
        PromisedResult PendingAnswer$NotSent
      dev.remora. DisconnectedException CallCancelledException ProtocolException
        LimitExceededException MissingObjectException BadArgumentsException
        CallTimeoutException ModuleMismatchException AccessBlockedException
        RemoteInvocationException EncodingException
      dev.remora.registry. OwnedObjects OpenTable OwnedObjects$ById OwnedObjects$ByObject
        ReleasedIds StubCache StubCache$Hearing StubCache$Arrivals
      dev.remora.stub. References RemoteCalls ValueMapper RemoteCall Subject ModuleReference
        RemoteStub StubType RemoteReference StubType$None MetaCursor MetaCursor$Nobody
        RemoteFunction InjectedModule MetaWriter MetaReader Scalars
      """;

  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private FirstCallClasses() {}

  /** Begins to load them, once; by any thread. */
  static void load() {
    if (!BEGUN.getAndSet(true)) {
      Thread thread = new Thread(new FirstCallClasses(), "remora-loader");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    ClassLoader loader = FirstCallClasses.class.getClassLoader();
    try {
      for (String name : names()) {
        Class<?> unused = Class.forName(name, false, loader);
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // The rest is loaded when it is needed, and if that fails it is told then.
    }
  }

  /** The names of all of them, in the order in which they are loaded. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    String inPackage = "";
    StringTokenizer words = new StringTokenizer(NAMES);
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (word.endsWith(".")) {
        inPackage = word;
      } else {
        names.add(inPackage + word);
      }
    }
    return names;
  }
}
