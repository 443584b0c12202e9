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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Desk.class;
    }

    /** Closed with the test's context. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (Chromium.program().isEmpty()) {
            throw new TestAbortedException("no Chromium: 'apt-get install chromium', or set CHROMIUM to the program");
        }
        ExtensionContext.Store shared = context.getRoot().getStore(HERE);
        Chromium before = shared.get(Chromium.class, Chromium.class);
        if (before != null && !before.isThere()) {
            shared.remove(Chromium.class);
        }
        Chromium chromium = shared.getOrComputeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        Product product = Product.shared(context);
        return context.getStore(HERE)
                .getOrComputeIfAbsent(Desk.class, key -> new Desk(chromium.browser(), product), Desk.class);
    }
}
