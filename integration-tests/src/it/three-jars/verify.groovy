import java.util.zip.ZipFile

File jar(String path) { new File(basedir, path) }
List<String> classesOf(File jar) {
  new ZipFile(jar).withCloseable { zip ->
    zip.entries().findAll { it.name.endsWith('.class') }.collect { it.name }.sort()
  }
}

File main = jar('main/target/main-1.jar')
File stubs = jar('main/target/main-1-stubs.jar')
File renderer = jar('renderer/target/renderer-1.jar')

assert classesOf(main) == [
    'com/example/app/Main.class',
    'com/example/notes/Note.class',
    'com/example/notes/Notes.class',
    'com/example/notes/NotesDispatcher$NoteCodec.class',
    'com/example/notes/NotesDispatcher$WireCodecs.class',
    'com/example/notes/NotesDispatcher.class']
assert classesOf(stubs) == [
    'com/example/notes/Note.class',
    'com/example/notes/NotesStub$NoteCodec.class',
    'com/example/notes/NotesStub$WireCodecs.class',
    'com/example/notes/NotesStub.class']
assert classesOf(renderer) == ['com/example/view/Renderer.class']

// Two JVMs: each with its own jars and the runtime.
String rendererPath = [renderer, jar('renderer/target/class-path').text.trim()].join(File.pathSeparator)
String libraries = rendererPath.split(File.pathSeparator)
    .findAll { !it.startsWith(basedir.path) && !it.contains('/com/example/') }
    .join(File.pathSeparator)
String mainPath = [main, libraries].join(File.pathSeparator)
String java = new File(System.getProperty('java.home'), 'bin/java').path
Process process = new ProcessBuilder(java, '-cp', mainPath, 'com.example.app.Main', rendererPath)
    .redirectErrorStream(true)
    .start()
String output = process.inputStream.text
assert process.waitFor() == 0 : output
assert output.contains('added Note[text=first, length=5]')
assert output.contains('all [Note[text=first, length=5]]')
assert output.contains('com.example.notes.Notes is not here')
assert output.contains('com.example.app.Main is not here')
