package entrepot.system;

import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts the product before the first test of this process that wants it, and stops it when the process ends. It is kept
 * here and not with JUnit, which is started anew for each class where there are several processes.
 */
final class SharedProduct implements BeforeAllCallback, ParameterResolver {

    private static Product product;

    @Override
    public void beforeAll(ExtensionContext context) {
        product();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product();
    }

    static synchronized Product product() {
        if (product == null) {
            product = Product.givenOr(System.getProperty("product.name", "product"), Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(product::close, "stop the shared product"));
        }
        return product;
    }
}
