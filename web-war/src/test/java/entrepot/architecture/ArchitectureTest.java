package entrepot.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import entrepot.inventory.ledger.BreaksEveryRule;
import entrepot.inventory.sale.server.OpenToAll;
import entrepot.trading.order.KnownToInventory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each rule holds for the product, and bites on a class that was written to break it. */
class ArchitectureTest {

    private static final JavaClasses BROKEN =
            new ClassFileImporter().importClasses(BreaksEveryRule.class, OpenToAll.class, KnownToInventory.class);

    @TestFactory
    Stream<DynamicTest> theProductKeeps() {
        List<Path> modules = Stream.of("inventory-ejb", "trading-ejb", "web-war")
                .map(module -> Path.of("..", module, "target", "classes"))
                .toList();
        JavaClasses product = new ClassFileImporter().importPaths(modules);
        assertThat(product.size()).isGreaterThan(150);
        return each((name, rule) -> rule.check(product));
    }

    @TestFactory
    Stream<DynamicTest> aClassThatBreaksItIsCaughtBy() {
        return each((name, rule) -> assertThatThrownBy(() -> rule.check(BROKEN)).isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s).*(BreaksEveryRule|OpenToAll|Cycle detected).*"));
    }

    private interface Check {
        void run(String name, ArchRule rule);
    }

    private static Stream<DynamicTest> each(Check check) {
        return ArchitectureRules.RULES.entrySet().stream()
                .map((Map.Entry<String, ArchRule> rule) ->
                        DynamicTest.dynamicTest(rule.getKey(), () -> check.run(rule.getKey(), rule.getValue())));
    }
}
