package entrepot.web.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call the methods of a resource that change something, where a method does not say it itself. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface MayWrite {
    /** Roles. */
    String[] value();

    /** Who may POST besides. */
    String[] create() default {};
}
