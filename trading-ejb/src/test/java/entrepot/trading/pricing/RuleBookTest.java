package entrepot.trading.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.pricing.RuleBook.Entry;
import entrepot.trading.pricing.RuleBook.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final Entry ITEM = new Entry(1, new Scope(Scope.Kind.ITEM, 7), Situations.RULE);
    private static final Entry CATEGORY = new Entry(2, new Scope(Scope.Kind.CATEGORY, 3), Situations.RULE);
    private static final Entry ALL = new Entry(3, Scope.ALL, Situations.RULE);

    @Test
    void theNearestRuleCounts() {
        var book = new RuleBook(List.of(ALL, CATEGORY, ITEM));
        assertThat(book.ruleFor(7, 3L)).contains(ITEM);
        assertThat(book.ruleFor(8, 3L)).contains(CATEGORY);
        assertThat(book.ruleFor(8, null)).contains(ALL);
    }

    @Test
    void withoutARuleNothingIsSaid() {
        assertThat(new RuleBook(List.of(CATEGORY)).ruleFor(3, null)).isEmpty();
    }
}
