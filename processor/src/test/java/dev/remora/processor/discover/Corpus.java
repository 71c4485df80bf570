package dev.remora.processor.discover;

import dev.remora.annotation.UnsupportedMembers;
import dev.remora.processor.check.Problem;
import dev.remora.processor.check.Problems;
import dev.remora.processor.model.FamilyNames;
import dev.remora.processor.model.InterfaceList;
import dev.remora.processor.model.ModuleModel;
import dev.remora.processor.model.UnsupportedMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the public interfaces of packages, each in a list with all others that can have a stub. */
final class Corpus extends AbstractProcessor {
  private final List<String> packages;
  private final Map<String, List<Row>> rows = new LinkedHashMap<>();

  Corpus(List<String> packages) {
    this.packages = packages;
  }

  /**
   * What comes of one interface.
   *
   * @param hasStub whether it can be listed
   * @param how how it crosses, or why it does not
   * @param members how many of its members cross
   * @param throwing those that throw, by reason
   */
  private record Row(
      String name, boolean hasStub, String how, int members, Map<String, List<String>> throwing) {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!round.processingOver()) {
      read(round.getRootElements().iterator().next());
    }
    return false;
  }

  private void read(Element origin) {
    TypeFacts facts = new TypeFacts(processingEnv.getTypeUtils(), processingEnv.getElementUtils());
    Map<String, List<TypeElement>> interfaces = new LinkedHashMap<>();
    packages.forEach(name -> interfaces.put(name, interfacesOf(name)));
    List<TypeElement> listed =
        interfaces.values().stream()
            .flatMap(List::stream)
            .filter(type -> otherwise(type, facts).isEmpty())
            .filter(type -> problems(List.of(type), origin).isEmpty())
            .toList();
    ModuleReader reader =
        new ModuleReader(processingEnv.getTypeUtils(), processingEnv.getElementUtils());
    InterfaceList list = list(listed, origin);
    interfaces.forEach(
        (name, types) ->
            rows.put(
                name,
                types.stream()
                    .map(
                        type ->
                            listed.contains(type)
                                ? row(type, Problems.withoutUnsupported(reader.read(type, list)))
                                : rowOfOther(type, facts, origin))
                    .toList()));
  }

  private List<TypeElement> interfacesOf(String packageName) {
    return interfacesIn(
            processingEnv.getElementUtils().getPackageElement(packageName).getEnclosedElements())
        .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
        .toList();
  }

  private static Row rowOfOther(TypeElement type, TypeFacts facts, Element origin) {
    String how =
        otherwise(type, facts)
            .orElseGet(() -> "refused: " + problems(List.of(type), origin).get(0));
    return new Row(nameOf(type), false, how, 0, Map.of());
  }

  private static Stream<TypeElement> interfacesIn(List<? extends Element> elements) {
    return ElementFilter.typesIn(elements).stream()
        .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
        .flatMap(
            type ->
                Stream.concat(
                    type.getKind() == ElementKind.INTERFACE ? Stream.of(type) : Stream.empty(),
                    interfacesIn(type.getEnclosedElements())));
  }

  /** How it crosses without being listed. */
  private static Optional<String> otherwise(TypeElement type, TypeFacts facts) {
    String name = type.getQualifiedName().toString();
    if (KnownTypes.SCALARS.containsKey(name)
        || KnownTypes.TEXTS.contains(name)
        || KnownTypes.CONTAINERS.containsKey(name)) {
      return Optional.of("by value");
    }
    if (KnownTypes.STREAMS.containsKey(name)) {
      return Optional.of("as a stream");
    }
    if (KnownTypes.PROMISES.containsKey(name)) {
      return Optional.of("as a promise");
    }
    return facts.functionOf(type).map(method -> "as a function");
  }

  private static InterfaceList list(List<TypeElement> types, Element origin) {
    return new InterfaceList(
        origin, FamilyNames.of(origin), UnsupportedMembers.THROW, types, List.of());
  }

  private static List<String> problems(List<TypeElement> types, Element origin) {
    return Problems.of(list(types, origin)).all().stream()
        .map(Problem::text)
        .map(
            text -> text.replaceAll(".* lists \\S+, which ", "").replaceAll("[;,] .*|, and .*", ""))
        .toList();
  }

  private static Row row(TypeElement type, ModuleModel module) {
    Map<String, List<String>> throwing = new TreeMap<>();
    for (UnsupportedMember member : module.unsupported()) {
      String reason =
          member
              .reason()
              .replaceAll(".* cannot cross processes: ", "")
              .replaceAll(".*\\) has type", "it has type");
      throwing
          .computeIfAbsent(reason, any -> new ArrayList<>())
          .add(member.method().description().replaceAll("^\\w+\\.", ""));
    }
    return new Row(nameOf(type), true, "by reference", module.members().size(), throwing);
  }

  private static String nameOf(TypeElement type) {
    String qualified = type.getQualifiedName().toString();
    return type.getTypeParameters().isEmpty() ? qualified : qualified + "<…>";
  }

  /** The interfaces that can be listed. */
  List<String> stubs() {
    return rows.values().stream()
        .flatMap(List::stream)
        .filter(Row::hasStub)
        .map(Row::name)
        .toList();
  }

  /** One line for each package. */
  String summary() {
    return rows.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + summary(entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String summary(List<Row> rows) {
    int crossing = rows.stream().mapToInt(Row::members).sum();
    long throwing =
        rows.stream().flatMap(row -> row.throwing().values().stream()).mapToLong(List::size).sum();
    long stubs = rows.stream().filter(Row::hasStub).count();
    long refused = rows.stream().filter(row -> row.how().startsWith("refused")).count();
    return "%d interfaces: %d by reference (%d members cross, %d throw), %d in other ways, %d refused"
        .formatted(rows.size(), stubs, crossing, throwing, rows.size() - stubs - refused, refused);
  }

  /** The page of the documentation. */
  String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # What crosses of the JDK's interfaces

            Every public interface of six packages of JDK 17, as the processor takes it: all that can be listed in one `@RemoteInterfaces`, with
            `unsupported = UnsupportedMembers.THROW`. The members that throw are named with the reason; with `REFUSE` they are compile errors. Default methods that the stub inherits as they are, and static
            methods, are not counted. A generic interface is refused as such; one of yours that extends it with type arguments can be a `@RemoteModule`.

            The test `CorpusTest` writes this page and compiles what is generated under `-Xlint:all -Werror`.
            """);
    rows.forEach(
        (name, entries) -> {
          page.append("\n## ").append(name).append("\n\n").append(summary(entries)).append(".\n\n");
          page.append("| interface | how | members | that throw |\n|---|---|---|---|\n");
          entries.forEach(row -> page.append(line(row)));
        });
    return page.toString();
  }

  private static String line(Row row) {
    String throwing =
        row.throwing().entrySet().stream()
            .map(
                entry ->
                    entry.getValue().stream()
                            .map(member -> "`" + member + "`")
                            .collect(Collectors.joining(", "))
                        + ": "
                        + entry.getKey().replace("|", "\\|"))
            .collect(Collectors.joining("<br>"));
    return "| `%s` | %s | %s | %s |\n"
        .formatted(row.name(), row.how(), row.hasStub() ? row.members() : "", throwing);
  }
}
