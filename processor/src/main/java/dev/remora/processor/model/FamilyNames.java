package dev.remora.processor.model;

import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The names of what is generated for a list of foreign interfaces as a whole: {@code
 * SqlRemotesStubs} and {@code SqlRemotesDispatchers}, or {@code PackageStubs} and {@code
 * PackageDispatchers} where a package has the list.
 */
public record FamilyNames(ClassName stubs, ClassName dispatchers) {

  public static FamilyNames of(Element annotated) {
    String packageName = MoreElements.getPackage(annotated).getQualifiedName().toString();
    String flat =
        annotated instanceof TypeElement type
            ? String.join("_", ClassName.get(type).simpleNames())
            : "Package";
    return new FamilyNames(
        ClassName.get(packageName, flat + "Stubs"),
        ClassName.get(packageName, flat + "Dispatchers"));
  }
}
