File generated(String name) { new File(basedir, 'target/generated-sources/annotations/com/example/' + name + '.java') }
File compiled(String name) { new File(basedir, 'target/classes/com/example/' + name + '.class') }

// Maven compiles the whole module again when a source has changed: nothing of the lost annotation stays.
for (name in ['PlainStub', 'PlainDispatcher']) {
  assert !generated(name).exists()
  assert !compiled(name).exists()
}
assert compiled('Plain').exists()

// Told to compile changed sources only, it gives the processor one module, and only its files are written again.
for (name in ['TouchedStub', 'TouchedDispatcher']) {
  assert generated(name).text.contains('added')
}
for (kind in ['Stub', 'Dispatcher']) {
  assert generated('Kept' + kind).exists()
  assert generated('Kept' + kind).lastModified() < generated('Touched' + kind).lastModified()
  assert compiled('Kept' + kind).lastModified() < compiled('Touched' + kind).lastModified()
}
