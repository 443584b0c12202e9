package entrepot.trading.pricing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rules in force; the one nearest to an item counts: its own, its category's, the one for all. */
public final class RuleBook {

    /** What a rule is for. @param target row number of the item or category, 0 for all */
    public record Scope(Kind kind, long target) {
        public enum Kind { ITEM, CATEGORY, ALL }

        public static final Scope ALL = new Scope(Kind.ALL, 0);
    }

    public record Entry(long id, Scope scope, PriceRule rule) {}

    private final Map<Scope, Entry> rules = new HashMap<>();

    public RuleBook(Collection<Entry> entries) {
        entries.forEach(entry -> rules.put(entry.scope(), entry));
    }

    /** @param category null where the item has none */
    public Optional<Entry> ruleFor(long item, Long category) {
        Entry found = rules.get(new Scope(Scope.Kind.ITEM, item));
        if (found == null && category != null) {
            found = rules.get(new Scope(Scope.Kind.CATEGORY, category));
        }
        return Optional.ofNullable(found == null ? rules.get(Scope.ALL) : found);
    }
}
