package dev.remora.processor;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Measures what the processor costs: 1,000 modules of 20 members, compiled with it and without.
 *
 * <p>A program and no test; {@code docs/performance.md#compile-time} says how to run it. Each
 * compilation has a JVM of its own, as in a build; the middle of three counts.
 */
final class CompileCost {
  private static final int MODULES = 1_000;
  private static final int RUNS = 3;

  /** What is compiled. */
  private enum Way {
    /** The modules as they are. */
    WITHOUT,
    /** The modules, with the processor. */
    WITH,
    /**
     * The modules and what the processor has generated, without it: the price of the code alone.
     */
    GENERATED
  }

  /**
   * What one compilation took.
   *
   * @param millis of all processors together: the compiler's threads, its own compiler's and the
   *     garbage collector's
   */
  private record Cost(long millis, long allocatedMegabytes, long peakMegabytes) {}

  private CompileCost() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      compare();
    } else {
      Cost cost = compile(Way.valueOf(args[0]), Path.of(args[1]));
      System.out.printf("%d %d %d%n", cost.millis, cost.allocatedMegabytes, cost.peakMegabytes);
    }
  }

  private static void compare() throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("compile-cost");
    writeModules(directory.resolve("sources"));
    Cost unused = run(Way.WITH, directory); // leaves the generated sources for the third way
    Cost without = middleOf(Way.WITHOUT, directory);
    Cost with = middleOf(Way.WITH, directory);
    Cost generated = middleOf(Way.GENERATED, directory);
    System.out.printf("JDK %s, %d modules%n", System.getProperty("java.version"), MODULES);
    print("the modules without the processor", without);
    print("the modules with the processor", with);
    print("the modules and the generated code, without it", generated);
    print("with : without", with, without);
    print("with : generated code", with, generated);
  }

  private static void print(String name, Cost cost) {
    System.out.printf(
        "%-48s %6d ms %6d MB allocated %5d MB peak%n",
        name, cost.millis, cost.allocatedMegabytes, cost.peakMegabytes);
  }

  private static void print(String name, Cost one, Cost other) {
    System.out.printf(
        "%-48s %6.2f    %6.2f              %5.2f%n",
        name,
        (double) one.millis / other.millis,
        (double) one.allocatedMegabytes / other.allocatedMegabytes,
        (double) one.peakMegabytes / other.peakMegabytes);
  }

  private static Cost middleOf(Way way, Path directory) throws IOException, InterruptedException {
    List<Cost> all = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      all.add(run(way, directory));
    }
    return new Cost(
        middle(all.stream().mapToLong(Cost::millis).toArray()),
        middle(all.stream().mapToLong(Cost::allocatedMegabytes).toArray()),
        middle(all.stream().mapToLong(Cost::peakMegabytes).toArray()));
  }

  private static long middle(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static Cost run(Way way, Path directory) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                CompileCost.class.getName(),
                way.name(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Cost cost;
    try (Scanner figures = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
      cost = new Cost(figures.nextLong(), figures.nextLong(), figures.nextLong());
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException(way + " failed");
    }
    return cost;
  }

  private static Cost compile(Way way, Path directory) throws IOException {
    Path generated = directory.resolve("generated");
    Path classes = Files.createTempDirectory(directory, "classes");
    List<Path> sources = javaFiles(directory.resolve("sources"));
    if (way == Way.GENERATED) {
      sources.addAll(javaFiles(generated));
    }
    Files.createDirectories(generated);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              files,
              null,
              List.of("--release", "17", way == Way.WITH ? "-implicit:none" : "-proc:none"),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      if (way == Way.WITH) {
        task.setProcessors(List.of(new RemoraProcessor()));
      }
      if (!task.call()) {
        throw new IllegalStateException("the compilation failed");
      }
    }
    long millis = (system.getProcessCpuTime() - start) / 1_000_000;
    long bytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(usage -> usage.getUsed())
            .sum();
    return new Cost(millis, bytes >> 20, peak >> 20);
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    }
  }

  /** Modules as people write them: values, references, callbacks, exceptions, comments. */
  private static void writeModules(Path root) throws IOException {
    for (int i = 0; i < MODULES; i++) {
      Path directory = Files.createDirectories(root.resolve("p" + i % 20));
      StringBuilder members = new StringBuilder();
      for (int m = 0; m < 4; m++) {
        members.append(
            """
              /**
               * Counts.
               *
               * @param name of what
               * @param most how many at most
               * @return how many there are
               */
              public int count%1$d(String name, int most) {
                return Math.min(name.length(), most);
              }

              /** Lists. */
              public List<Item%2$d> list%1$d(Path path) throws IOException {
                throw new IOException(path.toString());
              }

              /** Visits. */
              public void each%1$d(Consumer<Item%2$d> visitor) {
                visitor.accept(new Item%2$d("x", %1$d, List.of()));
              }

              /** Another module of the package. */
              public Module%3$d other%1$d(Map<String, Long> sizes) {
                return new Module%3$d();
              }

              /** A property. */
              public String text%1$d = "";
            """
                .formatted(m, i, (i + 20) % MODULES));
      }
      Files.writeString(
          directory.resolve("Item" + i + ".java"),
          """
          package p%d;

          import java.util.List;

          public record Item%d(String name, long size, List<String> tags) {}
          """
              .formatted(i % 20, i));
      Files.writeString(
          directory.resolve("Module" + i + ".java"),
          """
          package p%d;

          import dev.remora.annotation.RemoteModule;
          import java.io.IOException;
          import java.nio.file.Path;
          import java.util.List;
          import java.util.Map;
          import java.util.function.Consumer;

          /** A module. */
          @RemoteModule
          public class Module%d {
          %s}
          """
              .formatted(i % 20, i, members));
    }
  }
}
