String log = new File(basedir, 'build.log').text

for (line in ['Reading[hour=12, zone=Z]', 'hello renderer']) {
  if (!log.contains(line)) {
    throw new AssertionError('not in the log: ' + line)
  }
}
// Both processes: a class path would say "unnamed module".
assert (log =~ /(?m)^module module com.example.clock$/).size() == 2
