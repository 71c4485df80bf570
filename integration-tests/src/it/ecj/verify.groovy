String log = new File(basedir, 'build.log').text

// What the two processes said to each other.
for (line in [
    'doubled 4',
    'listed [Entry[name=a.txt, size=4, kind=FILE], Entry[name=b, size=0, kind=DIRECTORY]]',
    'counted 1',
    'later 7',
    'child []',
    'vendor example']) {
  if (!log.contains(line)) {
    throw new AssertionError('not in the log: ' + line)
  }
}

// Else javac would have done it.
assert log.contains('Compiling with eclipse')
