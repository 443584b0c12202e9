package entrepot.system.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.system.Product;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The demo company, started for one class of tests unless {@code -Dproduct.data} names one that runs, and a browser before it. */
final class Demo implements BeforeAllCallback, AfterAllCallback {

    private Product product;
    private Chromium chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(Chromium.program().isPresent(), "no Chromium: 'apt-get install chromium-headless-shell', or set CHROMIUM to the program");
        product = Product.givenOr("demo", Map.of("ENTREPOT_DEMO", "yes"));
        chromium = Chromium.start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
        if (product != null) {
            product.close();
        }
    }

    Product product() {
        return product;
    }

    Desk desk() {
        return new Desk(chromium.browser(), product);
    }
}
