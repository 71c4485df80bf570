package dev.remora.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that nobody waits for an answer: of a void method, or of a void callback that is a parameter
 * or a component of a record.
 *
 * <p>On a callback {@code @OneWay(false)} says the opposite: that the main process always waits
 * until the callback has run.
 */
@Documented
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface OneWay {

  /**
   * Whether the answer is left out.
   *
   * @return false to wait even where the default would be to post
   */
  boolean value() default true;
}
