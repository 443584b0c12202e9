package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What has left one pool for others, pair by pair, and how what is made of it is shared out. */
final class Underway {

    private static final int SHARE_DIGITS = 6;
    private static final long WHOLE_SHARE = 1_000_000;

    private final Currency currency;
    private final Map<Long, List<CostLayer>> slices = new HashMap<>();
    private final Map<Long, Money> given = new HashMap<>();
    private final Map<Long, Money> unshared = new HashMap<>();
    private final Map<Long, SortedMap<Long, BigDecimal>> others = new HashMap<>();

    Underway(Currency currency) {
        this.currency = currency;
    }

    /** Of what leaves for the pair some is not run: it is worth this. */
    void give(long pair, Money worth) {
        given.put(pair, worth);
    }

    /** Of what is made for the pair some is not run: by movement its share of what is left when its turn comes. */
    void others(long pair, SortedMap<Long, BigDecimal> shares) {
        others.put(pair, new TreeMap<>(shares));
    }

    void leave(long pair, List<CostLayer> layers) {
        slices.computeIfAbsent(pair, fresh -> new ArrayList<>()).addAll(layers);
    }

    List<CostLayer> of(long pair) {
        return slices.getOrDefault(pair, List.of());
    }

    /** The part of what is left for its pair that comes to what is made now. */
    Money take(Step made) {
        Money left = unshared.computeIfAbsent(made.pair(), this::whole);
        SortedMap<Long, BigDecimal> before = others.getOrDefault(made.pair(), new TreeMap<>()).headMap(made.movement());
        for (BigDecimal other : before.values()) {
            left = left.minus(share(left, other));
        }
        before.clear();
        Money part = made.unitCost() == null ? left : share(left, made.unitCost());
        unshared.put(made.pair(), left.minus(part));
        return part;
    }

    private Money whole(long pair) {
        return of(pair).stream().map(CostLayer::value).reduce(given.getOrDefault(pair, Money.zero(currency)), Money::plus);
    }

    private static Money share(Money left, BigDecimal share) {
        return left.share(share.movePointRight(SHARE_DIGITS).longValueExact(), WHOLE_SHARE);
    }
}
