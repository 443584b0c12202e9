package entrepot.trading.basket;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.evidence.Permutation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Everything that came of a portfolio. The same data, rule, plan and terms give the same result to the last bit. */
public final class BasketResult {

    private final Universe universe;
    private final String words;
    private final Terms terms;
    private final Currency currency;
    private final List<Decision> decisions;
    private final List<Order> orders;
    private final List<Booking> bookings;
    private final List<Holding> holdings;
    private final List<Part> parts;
    private final BasketCurve curve;
    private final long start;
    private final long cash;
    private final long traded;
    private final int liquidations;

    BasketResult(Universe universe, String words, Terms terms, Currency currency, List<Decision> decisions, List<Order> orders, List<Booking> bookings,
            List<Holding> holdings, List<Part> parts, BasketCurve curve, long start, long cash, long traded, int liquidations) {
        this.universe = universe;
        this.words = words;
        this.terms = terms;
        this.currency = currency;
        this.decisions = List.copyOf(decisions);
        this.orders = List.copyOf(orders);
        this.bookings = List.copyOf(bookings);
        this.holdings = holdings.stream().sorted(Comparator.comparingInt(Holding::to)).toList();
        this.parts = List.copyOf(parts);
        this.curve = curve;
        this.start = start;
        this.cash = cash;
        this.traded = traded;
        this.liquidations = liquidations;
    }

    public Universe universe() {
        return universe;
    }

    /** Rule and plan. */
    public String words() {
        return words;
    }

    public Terms terms() {
        return terms;
    }

    public Currency currency() {
        return currency;
    }

    public List<Decision> decisions() {
        return decisions;
    }

    public List<Order> orders() {
        return orders;
    }

    public List<Booking> bookings() {
        return bookings;
    }

    /** By the days of their ends. */
    public List<Holding> holdings() {
        return holdings;
    }

    /** Days on which positions were closed, one for each. */
    public int[] exits() {
        return holdings.stream().filter(one -> !one.open()).mapToInt(Holding::to).toArray();
    }

    /** One of each instrument; their profits are what the account gained. */
    public List<Part> parts() {
        return parts;
    }

    /** Minor units. */
    public long start() {
        return start;
    }

    /** Minor units, at the end. */
    public long cash() {
        return cash;
    }

    /** Minor units, at the last close. */
    public long end() {
        return cash + parts.stream().mapToLong(Part::worth).sum();
    }

    /** Minor units, paid for shorts. */
    public long borrow() {
        return parts.stream().mapToLong(Part::borrow).sum();
    }

    /** How often everything was closed for want of margin. */
    public int liquidations() {
        return liquidations;
    }

    /** What the account was worth at each close. */
    public double[] equity() {
        return curve.equity.clone();
    }

    /** At each close. */
    public double[] cashes() {
        return curve.cash.clone();
    }

    /** Shares of the account at each close, a row a day; below 0 of shorts. */
    public double[][] weights() {
        return curve.weights;
    }

    /** Half of what was bought and sold, over the mean worth, a year of 365.25 days. */
    public double turnover() {
        double mean = IntStream.range(0, universe.days()).mapToDouble(day -> curve.equity[day]).average().orElseThrow();
        double years = (universe.time(universe.days() - 1) - universe.time(0)) / (365.25 * 86_400_000);
        return traded / Math.pow(10, currency.getDefaultFractionDigits()) / 2 / mean / years;
    }

    public Performance performance() {
        double minor = Math.pow(10, currency.getDefaultFractionDigits());
        int[] held = IntStream.range(0, universe.days()).map(day -> IntStream.range(0, universe.size()).anyMatch(at -> curve.weights[day][at] != 0) ? 1 : 0)
                .toArray();
        double[] closed = holdings.stream().filter(one -> !one.open()).mapToDouble(one -> one.profit() / minor).toArray();
        return Performance.of(universe.times(), start / minor, curve.equity, held, closed, parts.stream().mapToLong(Part::fees).sum() / minor);
    }

    public Scrutiny.Again again() {
        Performance performance = performance();
        return new Scrutiny.Again(performance.totalReturn(), performance.sharpe());
    }

    /** Of what was held over each day, all instruments together, over their returns from open to open. */
    public Permutation permutation() {
        double[][] returns = new double[universe.days()][universe.size()];
        for (int day = 0; day < returns.length; day++) {
            for (int member = 0; member < universe.size(); member++) {
                double from = universe.open(member, day);
                double to = day + 1 < returns.length ? universe.open(member, day + 1) : universe.close(member, day);
                returns[day][member] = from > 0 && to > 0 ? to / from - 1 : 0;
            }
        }
        return Scrutiny.drawn(returns, curve.opened);
    }

    /** SHA-256 of the data of all instruments. */
    public String dataHash() {
        return universe.hash();
    }

    /** SHA-256 over data, rule, plan, terms, fills and equity. */
    public String hash() {
        ResultHash hash = new ResultHash().add(dataHash()).add(words).add(terms.words()).add(currency.getCurrencyCode());
        List<Order> filled = new ArrayList<>(orders);
        filled.removeIf(order -> order.filled() == 0);
        filled.forEach(order -> hash.add(order.member()).add(order.ended()).add(order.filled()).add(order.price()).add(order.fee()));
        return hash.add(curve.equity).hex();
    }
}
