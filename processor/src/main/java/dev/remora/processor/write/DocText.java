package dev.remora.processor.write;

import dev.remora.processor.model.ExceptionModel;
import dev.remora.processor.model.ExecutableModel;
import dev.remora.processor.model.MemberModel;
import dev.remora.processor.model.ParameterModel;
import dev.remora.processor.model.Passing;
import dev.remora.processor.model.PropertyModel;
import dev.remora.processor.model.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member's documentation for its counterpart in the stub.
 *
 * <p>What doclint could object to there, where other imports hold, is left out: links, HTML, tags
 * of parameters that do not exist.
 */
final class DocText {
  private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(?=\\w)");
  private static final Pattern PARAM = Pattern.compile("param\\s+(\\w+)\\s+(.+)", Pattern.DOTALL);
  private static final Pattern RETURN = Pattern.compile("return\\s+(.+)", Pattern.DOTALL);
  private static final Pattern THROWS =
      Pattern.compile("(?:throws|exception)\\s+([\\w.]+)\\s+(.+)", Pattern.DOTALL);
  private static final Pattern DEPRECATED = Pattern.compile("deprecated\\s+(.+)", Pattern.DOTALL);
  private static final Pattern LINK =
      Pattern.compile("\\{@link(?:plain)?\\s+([^\\s}]+)(?:\\s+([^}]*))?}");

  private final Set<String> parameters = new HashSet<>();
  private final Set<String> exceptions = new HashSet<>();
  private final Set<String> tagged = new HashSet<>();
  private final boolean hasResult;
  private final boolean isDeprecated;

  private DocText(
      MemberModel member,
      List<ParameterModel> parameters,
      List<ExceptionModel> exceptions,
      Passing result) {
    parameters.forEach(parameter -> this.parameters.add(parameter.name()));
    exceptions.forEach(exception -> this.exceptions.add(TypeText.simple(exception.type())));
    this.hasResult = !(result instanceof Passing.Nothing);
    this.isDeprecated = member.deprecation().isPresent();
  }

  /** The text of a method, or nothing if it has none that can be copied. */
  static Optional<String> of(ExecutableModel executable) {
    DocText text =
        new DocText(
            executable, executable.parameters(), executable.exceptions(), executable.result());
    return executable.documentation().flatMap(text::copy);
  }

  /** The text of a method that does not throw what is declared, but puts it into a future. */
  static Optional<String> withoutExceptions(ExecutableModel executable) {
    DocText text = new DocText(executable, executable.parameters(), List.of(), executable.result());
    return executable.documentation().flatMap(text::copy);
  }

  /** The text of a property, for its getter. */
  static Optional<String> of(PropertyModel property) {
    DocText text = new DocText(property, List.of(), List.of(), property.passing());
    return property.documentation().flatMap(text::copy);
  }

  private Optional<String> copy(String documentation) {
    String[] blocks = TAG.split(documentation.stripIndent(), -1);
    return description(blocks[0])
        .map(
            description -> {
              List<String> kept = new ArrayList<>();
              for (int i = 1; i < blocks.length; i++) {
                tag(tidy(blocks[i])).ifPresent(kept::add);
              }
              return kept.isEmpty() ? description : description + "\n\n" + String.join("\n", kept);
            });
  }

  private static Optional<String> description(String written) {
    String text = tidy(written).replaceAll("\n\n<p>(?=\\S)", "\n\n");
    if (!isPlain(text)) {
      text = firstSentence(flat(text));
    }
    return text.isEmpty() || !isPlain(text) ? Optional.empty() : Optional.of(text);
  }

  private Optional<String> tag(String tag) {
    Matcher param = PARAM.matcher(tag);
    if (param.matches()) {
      return parameters.contains(param.group(1))
          ? block("param " + param.group(1), param.group(2))
          : Optional.empty();
    }
    Matcher returned = RETURN.matcher(tag);
    if (returned.matches()) {
      return hasResult ? block("return", returned.group(1)) : Optional.empty();
    }
    Matcher thrown = THROWS.matcher(tag);
    if (thrown.matches()) {
      String simple = thrown.group(1).replaceAll(".*\\.", "");
      return exceptions.contains(simple)
          ? block("throws " + simple, thrown.group(2))
          : Optional.empty();
    }
    Matcher deprecated = DEPRECATED.matcher(tag);
    return deprecated.matches() && isDeprecated
        ? block("deprecated", deprecated.group(1))
        : Optional.empty();
  }

  /** The tag, if it is the first of its kind and its text is plain. */
  private Optional<String> block(String tag, String text) {
    String flat = flat(text);
    return isPlain(flat) && !flat.isBlank() && tagged.add(tag)
        ? Optional.of("@" + tag + " " + flat)
        : Optional.empty();
  }

  /** Lines without what surrounds them. */
  private static String tidy(String text) {
    return text.replaceAll("(?m)^[ \t]+|[ \t]+$", "").strip();
  }

  /** Links become code, HTML tags go. */
  private static String flat(String text) {
    Matcher links = LINK.matcher(text);
    return links
        .replaceAll(
            link -> {
              String label = link.group(2);
              String target = link.group(1).replaceFirst("^#", "").replace('#', '.');
              return Matcher.quoteReplacement(
                  label == null || label.isBlank() ? "{@code " + target + "}" : label.strip());
            })
        .replaceAll("</?\\w[^>]*>", "");
  }

  private static String firstSentence(String text) {
    Matcher end = Pattern.compile("\\.(?=\\s)").matcher(text);
    return end.find() ? text.substring(0, end.end()) : text;
  }

  /** Whether nothing in the text means anything to javadoc, but for code and common entities. */
  private static boolean isPlain(String text) {
    return text.replaceAll("\\{@code [^{}@]*}|&(?:amp|lt|gt|quot|nbsp);", "")
        .chars()
        .noneMatch(c -> "<>&@{}\\".indexOf(c) >= 0);
  }
}
