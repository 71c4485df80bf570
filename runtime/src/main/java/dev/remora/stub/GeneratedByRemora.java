package dev.remora.stub;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on each generated class and stays in its class file, so that tools which measure coverage
 * pass over it: JaCoCo does where the name of an annotation contains "Generated".
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GeneratedByRemora {}
