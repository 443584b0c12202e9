package entrepot.system.inside;

import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The product's server and database without its archive; stands before Arquillian's own extension. */
final class EmptyServer implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean inTheServer = System.getProperty("jboss.server.base.dir") != null;
        if (inTheServer) {
            return;
        }
        context.getRoot()
                .getStore(Namespace.create(EmptyServer.class))
                .getOrComputeIfAbsent(Product.class, key -> start(), Product.class);
    }

    private static Product start() {
        String port = Integer.toString(Launch.freePort());
        System.setProperty("inside.home", wildfly().toString());
        System.setProperty("inside.port", port);
        return Product.start("inside", Map.of("ENTREPOT_ARCHIVE", "none", "ENTREPOT_MANAGEMENT_PORT", port));
    }

    private static Path wildfly() {
        Path target = Path.of(System.getProperty("entrepot.home"), "ear/target").toAbsolutePath().normalize();
        try (Stream<Path> folders = Files.list(target)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("wildfly-")).findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
