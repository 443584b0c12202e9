package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import entrepot.trading.SplitMixWalk;
import entrepot.trading.Walk;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** One published backtest, run by the kind of its inputs and rules, and each figure it expects compared. */
final class BacktestCase {

    /** Where the case names no money: its fees are more than the price of what is bought. */
    private static final double ENOUGH = 100;

    private final JsonNode json;
    private final List<JsonNode> others;

    BacktestCase(JsonNode json, List<JsonNode> others) {
        this.json = json;
        this.others = others;
    }

    /** Why the case asks for something that is not there yet, or empty. */
    Optional<String> beyond() {
        JsonNode inputs = json.path("inputs");
        boolean known = rules().path("signal").asText().contains("SMA(") || rules().has("enter") || inputs.has("order_size")
                || inputs.has("orders") || inputs.has("trades_buy_sell_index") || inputs.has("fixed_cost_per_trade")
                || inputs.has("first_bar_ask");
        return known ? Optional.empty() : Optional.of("inputs " + inputs.properties() + " with rules " + rules());
    }

    void check() {
        BacktestResult result = run();
        json.path("expected").properties().forEach(figure -> check(result, figure.getKey(), figure.getValue()));
    }

    // Running it, by kind

    private BacktestResult run() {
        JsonNode inputs = json.path("inputs");
        if (rules().has("signal")) {
            return meanCross();
        }
        if (rules().has("enter")) {
            return walk(inputs);
        }
        if (inputs.has("first_bar_ask")) {
            return buyAndHold(inputs);
        }
        if (inputs.has("fixed_cost_per_trade")) {
            double cost = inputs.path("fixed_cost_per_trade").asDouble();
            Bars bars = shifted(inputs.path("buy").asDouble(), inputs.path("sell").asDouble());
            return run(bars, new Planned(1, 0, 0), Terms.allIn(inputs.path("buy").asDouble() + cost, money(0, cost)));
        }
        return planned(inputs);
    }

    /** The close against its mean, one unit; what a contract is and costs stands in the mode. */
    private BacktestResult meanCross() {
        JsonNode columns = Shared.series(ofBase("input").asText());
        long[] times = StreamSupport.stream(columns.path("date").spliterator(), false)
                .mapToLong(day -> millis(LocalDate.parse(day.asText()))).toArray();
        double[] close = Shared.numbers(columns.path("close"));
        Bars bars = Bars.of(times, Shared.numbers(columns.path("open")), Shared.numbers(columns.path("high")),
                Shared.numbers(columns.path("low")), close, new double[close.length]);
        String mode = rules().path("mode").asText();
        int period = (int) number("SMA\\((\\d+)\\)", rules().path("signal").asText(), 0);
        Terms terms = new Terms(rules().path("start_cash").asDouble(), new Stake.Units(1),
                money(number("commission ([\\d.]+) per contract", mode, 0), 0), number("multiplier ([\\d.]+)", mode, 1),
                number("margin ([\\d.]+)", mode, 0));
        return run(bars, new Crossover(Mean.SIMPLE, 1, period, Side.LONG_ONLY, Reading.CROSS), terms);
    }

    private BacktestResult walk(JsonNode inputs) {
        Bars bars = SplitMixWalk.bars(inputs.path("bars").asInt());
        assertThat(bars.close(bars.size() - 1)).isCloseTo(inputs.path("last_close").asDouble(), within(1e-9));
        Matcher periods = Pattern.compile("SMA(\\d+) crosses above SMA(\\d+)").matcher(rules().path("enter").asText());
        assertThat(periods.matches()).isTrue();
        Crossover crossover = Crossover.simple(Integer.parseInt(periods.group(1)), Integer.parseInt(periods.group(2)))
                .with(Reading.CROSS);
        double rate = rules().path("fee_rate_per_side").asDouble();
        return run(bars, crossover, Terms.allIn(1, new Costs(rate, FeeBasis.STAKE, 0, 0, 0)));
    }

    /** From the ask of the first session to the last close of the fifth day, in adjusted prices. */
    private BacktestResult buyAndHold(JsonNode inputs) {
        double factor = inputs.path("price_scale_factor").asDouble();
        double[] open = {inputs.path("first_bar_ask").asDouble() * factor, inputs.path("first_bar_ask").asDouble() * factor};
        double[] close = {open[0], inputs.path("last_close").asDouble() * factor};
        long[] times = {Instant.parse("2013-10-07T00:00:00Z").toEpochMilli(), Instant.parse("2013-10-11T16:00:00Z").toEpochMilli()};
        Terms terms = new Terms(inputs.path("start_cash").asDouble(), new Stake.AllIn(inputs.path("cash_buffer").asDouble(), 1),
                money(inputs.path("fee_per_share").asDouble(), 0), 1, 0);
        BacktestResult result = run(Bars.of(times, open, close, open, close, new double[2]), new BuyAndHold(), terms);
        assertThat(result.fills().get(0).units()).isEqualTo(inputs.path("quantity").asDouble());
        return result;
    }

    /** Orders that fill at the price of the bar they are given at. */
    private BacktestResult planned(JsonNode inputs) {
        double[] prices = Shared.numbers(inputs.has("price") ? inputs.path("price") : inputs.path("close"));
        int[] targets = new int[prices.length + 1];
        if (inputs.has("order_size")) {
            for (int at = 0; at < prices.length; at++) {
                String size = inputs.path("order_size").path(at).asText();
                targets[at] = size.equals("+inf") ? 1 : size.equals("-inf") || at == 0 ? 0 : targets[at - 1];
            }
            return run(shifted(prices), new Planned(targets), Terms.allIn(inputs.path("init_cash").asDouble(), Costs.NONE));
        }
        inputs.path("orders").forEach(order ->
                Arrays.fill(targets, order.path(0).asInt(), targets.length, order.path(1).asText().equals("buy") ? 1 : 0));
        inputs.path("trades_buy_sell_index").forEach(trade -> Arrays.fill(targets, trade.path(0).asInt(), trade.path(1).asInt(), 1));
        Costs costs = new Costs(inputs.path("fee_rate").asDouble(0), FeeBasis.VALUE, 0, 0, inputs.path("slippage").asDouble(0));
        double cash = inputs.has("orders") ? ENOUGH : prices[0];
        return run(shifted(prices), new Planned(targets), Terms.units(cash, 1, costs));
    }

    /** The price of each bar is the open of the next one here, so that an order given at a bar is filled at its price. */
    private static Bars shifted(double... prices) {
        double[] later = new double[prices.length + 1];
        later[0] = prices[0];
        System.arraycopy(prices, 0, later, 1, prices.length);
        return Walk.of(later);
    }

    private static Costs money(double perUnit, double perOrder) {
        return new Costs(0, FeeBasis.VALUE, perUnit, perOrder, 0);
    }

    /** Where it is a crossing, the same rule as a person would write it must find the same. */
    private static BacktestResult run(Bars bars, Strategy strategy, Terms terms) {
        BacktestResult result = new Backtest(bars, strategy, terms).run();
        if (strategy instanceof Crossover cross) {
            RuleStrategyTest.assertSame(new Backtest(bars, RuleStrategyTest.asRule(cross), terms).run(), result, cross.words());
        }
        return result;
    }

    // Comparing

    private void check(BacktestResult result, String name, JsonNode expected) {
        Performance found = result.performance();
        switch (name) {
            case "buy_fill_index" -> assertThat(bars(result, true)).containsExactly(ints(expected));
            case "sell_fill_index" -> assertThat(bars(result, false)).containsExactly(ints(expected));
            case "buy_fill_price" -> close(name, prices(result, true), expected);
            case "sell_fill_price" -> close(name, prices(result, false), expected);
            case "fill_price" -> close(name, result.fills().stream().mapToDouble(Fill::price).toArray(), expected);
            case "fees" -> close(name, result.fills().stream().mapToDouble(Fill::fee).toArray(), expected);
            case "orders" -> orders(result.fills(), expected);
            case "final_value", "end_equity" -> close(name, result.endValue(), expected);
            case "final_cash", "final_cash_with_margin_held" -> close(name, result.freeCash(), expected);
            case "open_position" -> assertThat(result.held()[result.held().length - 1]).isEqualTo(expected.asInt());
            case "closed_trades" -> assertThat(found.closedTrades()).isEqualTo(expected.asInt());
            case "sqn" -> close(name, found.quality(), expected);
            case "total_fees" -> close(name, found.fees(), expected);
            case "net_profit_pct" -> close(name, 100 * found.totalReturn(), expected);
            case "net_return", "net_total_return_multiplicative_fee" -> close(name, found.totalReturn(), expected);
            case "compounding_annual_return_pct" -> close(name, 100 * found.annualReturn(), expected);
            case "mark_to_market" -> close(name, found.maxDrawdown(), expected);
            case "realized" -> close(name, found.realisedDrawdown(), expected);
            default -> year(result, name, expected);
        }
    }

    private void year(BacktestResult result, String name, JsonNode expected) {
        if (!name.matches("return_\\d{4}")) {
            fail("expecting '" + name + "' is not understood");
        }
        close(name, Performance.byYear(result).get(Integer.parseInt(name.substring(7))), expected);
    }

    private void orders(List<Fill> fills, JsonNode expected) {
        for (int at = 0; at < expected.size(); at++) {
            JsonNode order = expected.get(at);
            Fill fill = fills.get(at);
            assertThat(fill.bar() - 1).isEqualTo(order.path("index").asInt());
            assertThat(fill.isBuy()).isEqualTo(order.path("side").asText().equals("buy"));
            close("size", Math.abs(fill.units()), order.path("size"));
            close("price", fill.price(), order.path("price"));
        }
    }

    private void close(String name, double[] found, JsonNode expected) {
        assertThat(found).as(name).hasSize(expected.size());
        for (int at = 0; at < found.length; at++) {
            close(name + " " + at, found[at], expected.get(at));
        }
    }

    private void close(String name, double found, JsonNode expected) {
        JsonNode tolerance = json.path("tolerance_abs");
        assertThat(found).as(name)
                .isCloseTo(expected.asDouble(), within(tolerance.isObject() ? tolerance.path(name).asDouble() : tolerance.asDouble()));
    }

    private static int[] bars(BacktestResult result, boolean buys) {
        return result.fills().stream().filter(fill -> fill.isBuy() == buys).mapToInt(Fill::bar).toArray();
    }

    private static double[] prices(BacktestResult result, boolean buys) {
        return result.fills().stream().filter(fill -> fill.isBuy() == buys).mapToDouble(Fill::price).toArray();
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    // Reading it

    private JsonNode rules() {
        return ofBase("rules");
    }

    /** Of this case, or of the one it is based on. */
    private JsonNode ofBase(String field) {
        String base = json.path("rules").path("based_on").asText();
        return base.isEmpty() ? json.path(field) : others.stream().filter(one -> one.path("id").asText().equals(base)).findFirst()
                .orElseThrow(() -> new AssertionError("no case '" + base + "'")).path(field);
    }

    private static double number(String pattern, String text, double otherwise) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : otherwise;
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
