package dev.remora.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets renderers construct objects of a {@link RemoteModule} class through this constructor.
 *
 * <p>It takes effect only where the main process exports the class itself ({@code
 * export(FileService.class)}).
 */
@Documented
@Target(ElementType.CONSTRUCTOR)
@Retention(RetentionPolicy.CLASS)
public @interface RemoteConstructor {}
