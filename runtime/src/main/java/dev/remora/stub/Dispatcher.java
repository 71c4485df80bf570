package dev.remora.stub;

import dev.remora.NoSuchMemberException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The base of every generated dispatcher: from a member's name to a direct Java call, without
 * reflection.
 *
 * <p>Stateless and shared by all threads. Each method reads its arguments, ends them, runs the
 * member on the calling thread and writes exactly one result. What the member throws is passed on
 * to the session, which makes it an answer.
 *
 * @param <T> the module's class or interface
 */
public abstract class Dispatcher<T> {
  private final Class<T> type;
  private final String module;
  private final String fingerprint;
  private final List<Member> members;
  private final Map<String, Member> byName;

  /** By the class of an object. */
  private final ClassValue<Dispatcher<? extends T>> mostSpecific =
      new ClassValue<>() {
        @Override
        protected Dispatcher<? extends T> computeValue(Class<?> type) {
          return below(type);
        }
      };

  /**
   * For generated constructors.
   *
   * @param type the module's class or interface
   * @param module the module's name
   * @param fingerprint the fingerprint over all signatures
   * @param members all members
   */
  protected Dispatcher(Class<T> type, String module, String fingerprint, List<Member> members) {
    this.type = type;
    this.module = module;
    this.fingerprint = fingerprint;
    this.members = List.copyOf(members);
    this.byName = new HashMap<>();
    members.forEach(member -> byName.put(key(member.kind(), member.name()), member));
  }

  /**
   * Calls an instance method.
   *
   * @param self the object
   * @param member the method's name on the wire
   * @param args the arguments
   * @param reply takes the result
   * @throws Throwable what the method throws
   */
  public void memberCall(T self, String member, MetaReader args, Reply reply) throws Throwable {
    throw noSuchMember(member);
  }

  /**
   * Reads a property.
   *
   * @param self the object
   * @param member the property's name
   * @param reply takes the value
   */
  public void memberGet(T self, String member, Reply reply) {
    throw noSuchMember(member);
  }

  /**
   * Writes a property.
   *
   * @param self the object
   * @param member the property's name
   * @param args the new value
   */
  public void memberSet(T self, String member, MetaReader args) {
    throw noSuchMember(member);
  }

  /**
   * Constructs an object.
   *
   * @param member the constructor's name on the wire
   * @param args the arguments
   * @param reply takes the new object
   * @throws Throwable what the constructor throws
   */
  public void memberConstructor(String member, MetaReader args, Reply reply) throws Throwable {
    throw noSuchMember(member);
  }

  /**
   * Calls a static method.
   *
   * @param member the method's name on the wire
   * @param args the arguments
   * @param reply takes the result
   * @throws Throwable what the method throws
   */
  public void staticCall(String member, MetaReader args, Reply reply) throws Throwable {
    throw noSuchMember(member);
  }

  /**
   * Reads a static property.
   *
   * @param member the property's name
   * @param reply takes the value
   */
  public void staticGet(String member, Reply reply) {
    throw noSuchMember(member);
  }

  /**
   * Writes a static property.
   *
   * @param member the property's name
   * @param args the new value
   */
  public void staticSet(String member, MetaReader args) {
    throw noSuchMember(member);
  }

  /**
   * The dispatchers of the subtypes that travel as what they are; generated where there are any.
   *
   * @return an unmodifiable list, in the order of the annotation
   */
  protected List<Dispatcher<? extends T>> subtypes() {
    return List.of();
  }

  /**
   * The dispatcher that an object is sent with where a signature names this module: that of its
   * most specific listed type. Of two that neither is above the other the first in the list.
   *
   * @param object the object
   * @return this or a dispatcher below it
   */
  final Dispatcher<? extends T> dispatcherFor(T object) {
    return subtypes().isEmpty() ? this : mostSpecific.get(object.getClass());
  }

  private Dispatcher<? extends T> below(Class<?> type) {
    Dispatcher<? extends T> best = this;
    for (Dispatcher<? extends T> subtype : subtypes()) {
      if (subtype.type().isAssignableFrom(type)) {
        Dispatcher<? extends T> found = subtype.below(type);
        if (best == this || isBelow(found, best)) {
          best = found;
        }
      }
    }
    return best;
  }

  private static boolean isBelow(Dispatcher<?> one, Dispatcher<?> other) {
    return one != other && other.type().isAssignableFrom(one.type());
  }

  /**
   * The module's class or interface.
   *
   * @return the type whose objects this dispatches to
   */
  public final Class<T> type() {
    return type;
  }

  /**
   * The name under which the module is required.
   *
   * @return the module's name
   */
  public final String module() {
    return module;
  }

  /**
   * The fingerprint over all signatures and shapes.
   *
   * @return the fingerprint, to be compared with the stub's
   */
  public final String fingerprint() {
    return fingerprint;
  }

  /**
   * All members, in the order of their signatures.
   *
   * @return an unmodifiable list
   */
  public final List<Member> members() {
    return members;
  }

  /**
   * The shapes of the values, enums and functional interfaces that members lead to; generated where
   * there are any.
   *
   * @return an unmodifiable list
   */
  protected List<String> shapes() {
    return List.of();
  }

  /**
   * All that the fingerprint covers, to explain a mismatch.
   *
   * @return the signatures of the members, and the shapes
   */
  public final List<String> signatures() {
    return Stream.concat(members.stream().map(Member::signature), shapes().stream()).toList();
  }

  /**
   * Finds a member by its name on the wire.
   *
   * @param name the name
   * @param constructor whether a constructor is looked for; constructors have a name space of their
   *     own
   * @return the member, or null
   */
  public final @Nullable Member member(String name, boolean constructor) {
    return byName.get(constructor ? "new " + name : name);
  }

  /**
   * The error for a name that is no member, with what it might have meant.
   *
   * @param name the name that was asked for
   * @return an exception to throw
   */
  public final NoSuchMemberException noSuchMember(String name) {
    String bare = name.contains("(") ? name.substring(0, name.indexOf('(')) : name;
    String alike =
        members.stream()
            .map(Member::name)
            .filter(known -> known.equalsIgnoreCase(bare) || known.startsWith(bare + "("))
            .collect(Collectors.joining(", "));
    return new NoSuchMemberException(
        "module '%s' has no member '%s' that can be reached this way%s"
            .formatted(module, name, alike.isEmpty() ? "" : "; did you mean " + alike + "?"));
  }

  /** The module's name, as error messages and reports show it. */
  @Override
  public final String toString() {
    return module;
  }

  private static String key(Member.Kind kind, String name) {
    return kind == Member.Kind.CONSTRUCTOR ? "new " + name : name;
  }
}
