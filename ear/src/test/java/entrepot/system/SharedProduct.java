package entrepot.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the product before the first test that wants it, and stops it after the last. */
final class SharedProduct implements BeforeAllCallback, ParameterResolver {

    private static FileLock held;

    @Override
    public void beforeAll(ExtensionContext context) {
        product(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Product.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return product(context);
    }

    static Product product(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedProduct.class))
                .getOrComputeIfAbsent(Product.class, key -> Product.givenOr(free(), Map.of()), Product.class);
    }

    /** A name that no test in another process has for its product. */
    private static String free() {
        for (int number = 1; ; number++) {
            Path file = Launch.target("product" + number + ".held");
            try {
                Files.createDirectories(file.getParent());
                held = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).tryLock();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            if (held != null) {
                return "product" + number;
            }
        }
    }
}
