package entrepot.system.browser;

import entrepot.system.Product;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Gives a test its {@link Desk}; without Chromium the test is skipped and says how to get it. */
final class SharedChromium implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedChromium.class);

    private static Chromium chromium;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Desk.class;
    }

    /** Closed with the test's context. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (Chromium.program().isEmpty()) {
            throw new TestAbortedException("no Chromium: 'apt-get install chromium-headless-shell', or set CHROMIUM to the program");
        }
        Product product = Product.shared();
        return context.getStore(HERE)
                .getOrComputeIfAbsent(Desk.class, key -> new Desk(chromium().browser(), product), Desk.class);
    }

    /** The one of this process, or another where that one has ended. */
    private static synchronized Chromium chromium() {
        if (chromium == null || !chromium.isThere()) {
            chromium = Chromium.start();
        }
        return chromium;
    }
}
