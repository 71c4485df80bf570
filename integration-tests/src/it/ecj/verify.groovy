String log = new File(basedir, 'build.log').text

// Else javac would have done it.
for (line in ['Compiling with eclipse', 'doubled 4', 'counted 1', 'later 7', 'vendor example']) {
  if (!log.contains(line)) {
    throw new AssertionError('not in the log: ' + line)
  }
}
