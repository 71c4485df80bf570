import groovy.json.JsonSlurper
import java.util.zip.ZipFile

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

// native-image: each class that is named exists, and each that is found by its class is named.
String path = 'META-INF/native-image/dev.remora/com.example.files.FileService/reachability-metadata.json'
ZipFile jar = new ZipFile(new File(basedir, 'target/class-path-1.jar'))
Map metadata = new JsonSlurper().parse(jar.getInputStream(jar.getEntry(path)))
Set<String> named = metadata.reflection.collect { it.type } as Set
for (type in named) {
  assert jar.getEntry(type.replace('.', '/') + '.class') != null
}
Set<String> found = ['com.example.files.FileServiceDispatcher', 'com.example.files.Entry$Kind']
new File(basedir, 'target/generated-sources/annotations').eachFileRecurse {
  if (it.file) {
    (it.text =~ /Codecs\.value\(\s*(\w+)\.class/).each { match -> found.add('com.example.files.' + match[1]) }
    // Databind meets those with codecs of their own inside of beans.
    (it.text =~ /RecordCodec<(\w+)>/).each { match -> found.add('com.example.files.' + match[1]) }
  }
}
assert found.contains('com.example.files.Entry')
assert named == found
