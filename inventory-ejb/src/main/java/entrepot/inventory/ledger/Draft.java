package entrepot.inventory.ledger;

import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalEntry;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One posting while it is being worked out: its changes lie over the books until {@link #commit}. */
final class Draft {

    private final Books books;
    private final PostingRequest request;
    private final Map<Stock.Place, Stock.Pool> pools = new HashMap<>();
    private final Map<Stock.Place, Quantity> balances = new HashMap<>();
    private final Map<Long, Stock.Source> sources = new HashMap<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<ValueEntry> values = new ArrayList<>();
    private final List<JournalLine> journal = new ArrayList<>();
    private final Map<Account, Money> beside = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    Draft(Books books, PostingRequest request) {
        this.books = books;
        this.request = request;
    }

    Posted posted(String actor, Instant recorded) {
        var lines = new ArrayList<>(journal);
        beside.forEach((account, amount) -> lines.add(JournalLine.of(account, amount)));
        lines.removeIf(line -> line.amount().isZero());
        return new Posted(id(), request, actor, recorded, setting().currency(), movements, values, new JournalEntry(lines));
    }

    void commit() {
        books.pools.putAll(pools);
        books.balances.putAll(balances);
        books.sources.putAll(sources);
    }

    // Stock comes and goes

    /** Stock arrives as one layer or several, together worth their sum. */
    Movement arrive(int line, Stock.Place place, List<CostLayer> parts, Long source) {
        return arrive(line, place, parts, source, 0);
    }

    /** What the movement {@code undone} had taken is there again. */
    Movement putBack(int line, Stock.Place place, CostLayer part, long undone) {
        return arrive(line, place, List.of(part), undone, CostLayer.Origin.PUT_BACK);
    }

    private Movement arrive(int line, Stock.Place place, List<CostLayer> parts, Long source, int firstSlice) {
        Quantity quantity = parts.stream().map(CostLayer::left).reduce(Quantity.ZERO, Quantity::plus);
        Movement movement = movement(line, place, quantity, source);
        Stock.Pool pool = pool(place);
        CostPool cost = pool.cost();
        for (int slice = 0; slice < parts.size(); slice++) {
            var origin = new CostLayer.Origin(request.businessDate(), movement.ordinal(), firstSlice + slice, movement.id());
            cost = cost.receive(new CostLayer(origin, parts.get(slice).left(), parts.get(slice).value()));
        }
        Money value = parts.stream().map(CostLayer::value).reduce(zero(), Money::plus);
        cost.value(); // refuses a pool whose layers fit one by one and together do not
        keep(place, pool.after(cost, request.businessDate(), value.perUnit(quantity)));
        return worth(movement, value);
    }

    Movement depart(int line, Stock.Place place, CostPool.Relief relief, Long source) {
        Quantity quantity = relief.quantity();
        Movement movement = movement(line, place, quantity.negated(), source);
        Money cost = relief.cost();
        keep(place, pool(place).after(relief.rest(), request.businessDate(), cost.perUnit(quantity)));
        return worth(movement, cost.negated());
    }

    /** Stock comes to a place, or leaves it, inside one pool: no value moves. */
    void shift(int line, Stock.Place place, Quantity signed, Long source) {
        movement(line, place, signed, source);
        keep(place, pool(place).after(pool(place).cost(), request.businessDate(), null));
    }

    private Movement movement(int line, Stock.Place place, Quantity signed, Long source) {
        balances.put(place, onHand(place).plus(signed));
        Stock.Pool pool = pool(place);
        var movement = new Movement(
                id(), line, place.item(), place.location(), pool.id(), signed, pool.ordinal() + 1, source);
        movements.add(movement);
        return movement;
    }

    private Movement worth(Movement movement, Money value) {
        values.add(new ValueEntry(id(), movement, ValueEntry.Kind.DIRECT, value));
        return movement;
    }

    // The journal

    /** The value of the last movement, between stock and the account that takes the other side. */
    void book(Movement movement, AccountRole against) {
        Money value = values.get(values.size() - 1).amount();
        journal(AccountRole.INVENTORY, movement, value);
        if (against != AccountRole.INVENTORY) {
            journal(against, movement, value.negated());
        }
    }

    /** The other way round what an earlier movement had in the journal, in the same accounts. */
    void mirror(Movement movement, List<JournalLine> earlier) {
        earlier.forEach(line -> journal.add(new JournalLine(line.account(), line.amount().negated(), movement.id())));
    }

    private void journal(AccountRole role, Movement movement, Money amount) {
        journal.add(new JournalLine(account(MoneyLine.of(role, movement.item(), amount)), amount, movement.id()));
    }

    /** What is not the value of a movement comes to one line an account, however many items it is for. */
    void journal(MoneyLine money) {
        beside.merge(account(money), money.amount(), Money::plus);
    }

    private Account account(MoneyLine money) {
        if (money.account() != null) {
            return money.account();
        }
        long category = money.item() == null ? 0 : setting().items().get(money.item()).category();
        return setting().chart().account(money.role(), category);
    }

    // What the books say, as changed so far

    Stock.Pool pool(Stock.Place place) {
        Stock.Place key = setting().poolOf(place);
        Stock.Pool drafted = pools.get(key);
        return drafted != null ? drafted : books.pools.getOrDefault(key, books.emptyPool(place.item()));
    }

    private void keep(Stock.Place place, Stock.Pool pool) {
        pools.put(setting().poolOf(place), pool);
    }

    Quantity onHand(Stock.Place place) {
        Quantity drafted = balances.get(place);
        return drafted != null ? drafted : books.balances.getOrDefault(place, Quantity.ZERO);
    }

    Stock.Source source(long movement) {
        return sources.getOrDefault(movement, books.sources.get(movement));
    }

    void keep(Stock.Source source) {
        sources.put(source.movement(), source);
    }

    BigDecimal currentUnitCost(Stock.Place place) {
        Stock.Pool pool = pool(place);
        if (pool.cost().onHand().isPositive()) {
            return pool.cost().value().perUnit(pool.cost().onHand());
        }
        return pool.lastUnitCost() == null ? BigDecimal.ZERO : pool.lastUnitCost();
    }

    String name(Stock.Place place) {
        return setting().items().get(place.item()).sku() + " at " + setting().locations().get(place.location());
    }

    Books.Setting setting() {
        return books.setting;
    }

    PostingRequest request() {
        return request;
    }

    void refuse(int line, String code, String detail) {
        refusals.add(new Refusal(line, code, detail));
    }

    List<Refusal> refusals() {
        return refusals;
    }

    private long id() {
        return setting().ids().getAsLong();
    }

    private Money zero() {
        return Money.zero(setting().currency());
    }
}
