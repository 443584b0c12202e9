package entrepot.system.browser;

import entrepot.system.OnProduct;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test looks at the product's pages; its methods may ask for a {@link Desk} to sit at. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@OnProduct
@ExtendWith(SharedChromium.class)
public @interface InBrowser {}
