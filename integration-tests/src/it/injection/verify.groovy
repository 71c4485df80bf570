String report = new File(basedir, 'target/surefire-reports/TEST-com.example.weather.InjectionTest.xml').text

assert report.contains('tests="6" errors="0" skipped="0" failures="0"')
