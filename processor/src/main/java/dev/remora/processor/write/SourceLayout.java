package dev.remora.processor.write;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays sources out as people do where JavaPoet does not: one-line comments on one line, nothing at
 * the end of lines.
 */
final class SourceLayout {
  static final int WIDTH = 100;

  // Possessive, like the others: a pattern that gives spaces back is tried once more for each of
  // them, on each line; that was 10 % of a compilation, and is 4 % (docs/performance.md).
  private static final Pattern LINE_END = Pattern.compile("(?m)(?<![ \\t])[ \\t]++$");
  private static final Pattern SHORT_COMMENT =
      Pattern.compile("(?m)^( *+)/\\*\\*\\n *\\* ([^\\n]+)\\n *\\*/$");

  /** JavaPoet breaks after {@code throws}, or later, and not before it. */
  private static final Pattern TORN_THROWS =
      Pattern.compile("(?m)^( *+)([^\\n]*\\)) throws(?=[^{;]*\\n)\\s+([^{;]*)\\{$");

  /** JavaPoet does not break the first line of a class. */
  private static final Pattern CLASS =
      Pattern.compile("(?m)^( *+)([^\\n]*\\bclass [^\\n]*) (implements [^\\n]*\\{)$");

  /** JavaPoet breaks a body that has nothing in it. */
  private static final Pattern EMPTY_BODY = Pattern.compile("\\) \\{\\n *}");

  private SourceLayout() {}

  static String of(String source) {
    String stripped = LINE_END.matcher(source).replaceAll("");
    String commented = SHORT_COMMENT.matcher(stripped).replaceAll(SourceLayout::onOneLine);
    String mended = TORN_THROWS.matcher(commented).replaceAll(SourceLayout::mended);
    String closed = EMPTY_BODY.matcher(mended).replaceAll(") {}");
    return CLASS.matcher(closed).replaceAll(SourceLayout::broken);
  }

  private static String broken(MatchResult first) {
    String lines =
        "%1$s%2$s\n%1$s    %3$s".formatted(first.group(1), first.group(2), first.group(3));
    return Matcher.quoteReplacement(first.group().length() <= WIDTH ? first.group() : lines);
  }

  private static String mended(MatchResult method) {
    String exceptions = method.group(3).replaceAll("\\s+", " ");
    return Matcher.quoteReplacement(
        "%1$s%2$s\n%1$s    throws %3$s{".formatted(method.group(1), method.group(2), exceptions));
  }

  private static String onOneLine(MatchResult comment) {
    String line = comment.group(1) + "/** " + comment.group(2) + " */";
    return Matcher.quoteReplacement(line.length() <= WIDTH ? line : comment.group());
  }
}
