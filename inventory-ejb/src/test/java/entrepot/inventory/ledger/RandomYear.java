package entrepot.inventory.ledger;

import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What happens in a year, at random. */
final class RandomYear {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(3));
    private static final int EVENTS = 400;
    private static final int CHANGE = 50;
    private static final int KINDS = 12;

    private final String name;
    private final Random random;
    private final boolean wholePennies;
    private final Shop shop;
    private int kinds = KINDS;

    RandomYear(long seed, CostFlow flow, boolean wholePennies) {
        this(seed, new CostTerms(flow, AveragePeriod.EVENT), wholePennies);
    }

    RandomYear(long seed, CostTerms terms, boolean wholePennies) {
        this(seed, terms, wholePennies, CostingScope.LOCATION);
    }

    RandomYear(long seed, CostTerms terms, boolean wholePennies, CostingScope scope) {
        this.name = "seed " + seed;
        this.random = new Random(seed);
        this.wholePennies = wholePennies;
        CostPolicy policy = new CostPolicy(terms.flow(), terms.period(), LateCost.REPLAY, !wholePennies, new BigDecimal("4.00"));
        this.shop = new Shop(GBP, scope, PLACES, Map.of(new ItemId(1), policy, new ItemId(2), policy));
    }

    RandomYear withoutRevaluations() {
        kinds = KINDS - 1;
        return this;
    }

    String name() {
        return name;
    }

    /** In the order of days: receipts, sales, transfers, what is used. */
    Shop plain() {
        for (int event = 0; event < EVENTS; event++) {
            post(FIRST.plusDays(event * 364L / EVENTS), random.nextInt(4));
        }
        return shop;
    }

    /** A third is posted late; returns, charges, corrections, counts and revaluations as well. */
    Shop eventful() {
        for (int event = 0; event < EVENTS; event++) {
            anything(event);
        }
        return shop;
    }

    private void anything(int event) {
        LocalDate today = FIRST.plusDays(event * 364L / EVENTS);
        post(random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(event * 364 / EVENTS + 1)) : today, random.nextInt(kinds));
    }

    /** As {@link #eventful}, and now and then something else is valued together. */
    Shop rescoped() {
        for (int event = 0; event < EVENTS; event++) {
            anything(event);
            if (event % CHANGE == CHANGE - 1) {
                rescope(new ItemId(1));
                rescope(new ItemId(2));
            }
        }
        return shop;
    }

    private void rescope(ItemId item) {
        CostingScope scope = CostingScope.values()[random.nextInt(CostingScope.values().length)];
        shop.posted.stream().flatMap(posted -> posted.movements().stream()).filter(moved -> moved.item().equals(item))
                .map(moved -> moved.step().date()).max(Comparator.naturalOrder())
                .ifPresent(day -> post(PostingKind.SCOPE_CHANGE, day, new StockLine.ChangeScope(item, PLACES.get(0), scope)));
    }

    /** Some more, on any day. */
    Shop late() {
        for (int event = 0; event < EVENTS / 8; event++) {
            post(FIRST.plusDays(random.nextInt(365)), random.nextInt(kinds));
        }
        return shop;
    }

    private void post(LocalDate day, int what) {
        ItemId item = new ItemId(1 + random.nextInt(2));
        LocationId place = PLACES.get(random.nextInt(3));
        LocationId other = PLACES.get(random.nextInt(3));
        Quantity some = wholePennies ? Quantity.units(1 + random.nextInt(8)) : new Quantity(1 + random.nextInt(8_000_000));
        Money worth = wholePennies
                ? new Money(some.millionths() / 1_000_000 * (100 + random.nextInt(400)), GBP)
                : new Money(random.nextInt(4_000), GBP);
        switch (what) {
            case 0, 1, 4 -> post(PostingKind.RECEIPT, day, new StockLine.Receive(item, place, some, worth, AccountRole.RECEIVED_NOT_INVOICED));
            case 2, 5 -> post(PostingKind.SALE, day, new StockLine.Relieve(item, place, some, AccountRole.COST_OF_SALES));
            case 3 -> post(PostingKind.TRANSFER, day, new StockLine.Move(item, place, other, some));
            case 6 -> past(moved -> !moved.quantity().isPositive() && moved.basis() == Basis.FLOW, moved -> post(PostingKind.CUSTOMER_RETURN,
                    later(moved), new StockLine.GiveBack(moved.item(), moved.location(), part(moved), moved.id(), AccountRole.COST_OF_SALES)));
            case 7 -> past(RandomYear::isReceipt, moved -> post(PostingKind.SUPPLIER_RETURN, later(moved), new StockLine.TakeBack(
                    moved.item(), moved.location(), part(moved), moved.id(), ReturnCost.ORIGINAL, AccountRole.RECEIVED_NOT_INVOICED)));
            case 8 -> past(RandomYear::isReceipt, moved -> post(PostingKind.CHARGE, later(moved), new StockLine.Charge(
                    moved.item(), moved.location(), moved.id(), new Money(random.nextInt(900), GBP), AccountRole.CHARGES_TO_COME)));
            case 9 -> past(RandomYear::isReceipt, moved -> post(PostingKind.CORRECTION, later(moved), new StockLine.Correct(
                    moved.item(), moved.location(), moved.id(), some, AccountRole.INVENTORY)));
            case 10 -> post(PostingKind.COUNT, day, new StockLine.Count(item, place, some, null, AccountRole.SHRINKAGE));
            default -> post(PostingKind.REVALUATION, day, new StockLine.Revalue(item, place, new Money(random.nextInt(600) - 200, GBP), AccountRole.REVALUATION));
        }
    }

    private static boolean isReceipt(Movement moved) {
        return moved.basis() == Basis.STATED;
    }

    private static LocalDate later(Movement moved) {
        LocalDate day = moved.step().date().plusDays(20);
        return day.isAfter(LAST) ? LAST : day;
    }

    private Quantity part(Movement moved) {
        return new Quantity(1 + random.nextLong(Math.abs(moved.quantity().millionths())));
    }

    private void past(Predicate<Movement> which, Consumer<Movement> then) {
        List<Movement> all = shop.posted.stream().flatMap(posted -> posted.movements().stream())
                .filter(moved -> !moved.quantity().isZero()).filter(which).toList();
        if (!all.isEmpty()) {
            then.accept(all.get(random.nextInt(all.size())));
        }
    }

    /** What is refused did not happen. */
    private void post(PostingKind kind, LocalDate day, StockLine line) {
        Books.Attempt attempt = shop.post(kind, day, line);
        if (attempt.accepted()) {
            shop.remember(attempt.posted());
        }
    }
}
