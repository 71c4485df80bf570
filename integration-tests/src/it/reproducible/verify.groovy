import java.nio.file.Files

Map<String, File> filesOf(String build, String folder) {
  File root = new File(basedir, build + '/' + folder)
  Map<String, File> files = new TreeMap<>()
  root.eachFileRecurse { if (it.file) files[root.toPath().relativize(it.toPath()).toString()] = it }
  files
}

void assertSame(Map<String, File> one, Map<String, File> two) {
  assert one.keySet() == two.keySet()
  one.each { name, file -> assert Files.mismatch(file.toPath(), two[name].toPath()) == -1L : name }
}

for (folder in ['generated-sources/annotations', 'classes']) {
  assertSame(filesOf('one', folder), filesOf('two', folder))
}
String jar = 'reproducible-1.jar'
assertSame([(jar): new File(basedir, 'one/' + jar)], [(jar): new File(basedir, 'two/' + jar)])

assert filesOf('one', 'generated-sources/annotations').keySet() == [
    'com/example/files/FileServiceAsyncStub.java',
    'com/example/files/FileServiceDispatcher.java',
    'com/example/files/FileServiceStub.java'] as Set
