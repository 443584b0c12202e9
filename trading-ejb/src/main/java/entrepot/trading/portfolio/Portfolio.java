package entrepot.trading.portfolio;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Positions and cash by currency. Every movement of cash leaves an entry, so a balance can always be added up again. */
public final class Portfolio {

    private final Map<Currency, Integer> places = new LinkedHashMap<>();
    private final List<Position> positions = new ArrayList<>();
    private final List<CashEntry> entries = new ArrayList<>();
    private final LotMethod method;
    private long[] cash = new long[0];
    private int[] placeOf = new int[0];

    public Portfolio(LotMethod method) {
        this.method = method;
    }

    /** @return its number, from 0 */
    public int add(Contract contract) {
        positions.add(new Position(contract, method));
        placeOf = Arrays.copyOf(placeOf, positions.size());
        placeOf[positions.size() - 1] = place(contract.currency());
        return positions.size() - 1;
    }

    public Position position(int instrument) {
        return positions.get(instrument);
    }

    /** Minor units of the currency that the instrument is paid in. */
    public long cash(int instrument) {
        return cash[placeOf[instrument]];
    }

    public Money cash(Currency currency) {
        return new Money(places.containsKey(currency) ? cash[places.get(currency)] : 0, currency);
    }

    public List<Currency> currencies() {
        return List.copyOf(places.keySet());
    }

    public List<CashEntry> entries() {
        return List.copyOf(entries);
    }

    public void deposit(long time, Money money) {
        move(time, CashKind.DEPOSIT, money.currency(), money.minor());
    }

    /** @param units millionths, above zero where bought; @param price billionths; @param fee minor units */
    public void trade(long time, int instrument, long units, long price, long fee) {
        Position position = positions.get(instrument);
        move(time, CashKind.TRADE, position.contract().currency(), position.trade(units, price));
        move(time, CashKind.FEE, position.contract().currency(), -fee);
    }

    /** A day's gain or loss of a future, in cash. @return minor units */
    public long settle(long time, int instrument, long price) {
        Position position = positions.get(instrument);
        long variation = position.settle(price);
        move(time, CashKind.VARIATION, position.contract().currency(), variation);
        return variation;
    }

    /** Dividend, interest or what borrowing costs. */
    public void move(long time, CashKind kind, Currency currency, long minor) {
        if (minor != 0) {
            int place = place(currency);
            cash[place] = Math.addExact(cash[place], minor);
            entries.add(new CashEntry(time, kind, new Money(minor, currency)));
        }
    }

    /** One currency for another, rounded once. @param rate of the other currency for one of the given */
    public Money exchange(long time, Money given, Currency other, BigDecimal rate) {
        Money got = Money.rounded(given.decimal().multiply(rate), other);
        move(time, CashKind.EXCHANGE, given.currency(), -given.minor());
        move(time, CashKind.EXCHANGE, other, got.minor());
        return got;
    }

    private int place(Currency currency) {
        Integer place = places.get(currency);
        if (place == null) {
            place = places.size();
            places.put(currency, place);
            cash = Arrays.copyOf(cash, places.size());
        }
        return place;
    }
}
