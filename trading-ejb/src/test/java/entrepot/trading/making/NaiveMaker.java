package entrepot.trading.making;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Market making as {@code docs/strategies.md} has it, in decimals of a computer, from the settings alone: no orders, no broker, no margin. */
final class NaiveMaker {

    record Deal(int bar, double units, double price) {}

    private final Bars bars;
    private final Map<String, String> settings;
    final List<Deal> deals = new ArrayList<>();
    final double[] worth;

    NaiveMaker(Bars bars, MakingRule rule, double cash, double feeRate) {
        this.bars = bars;
        this.settings = MakingRule.PARAMETERS.stream().collect(Collectors.toMap(Parameter::name, rule::value));
        this.worth = new double[bars.size()];
        int lots = 0;
        int quantity = (int) number("quantity");
        int limit = (int) number("limit");
        for (int bar = 0; bar < worth.length; bar++) {
            double sigma = bar == 0 ? Double.NaN : sigma(bar - 1);
            if (sigma > 0) {
                int before = lots;
                double[] quotes = quotes(bar - 1, before, sigma);
                List<Integer> sides = before < 0 ? List.of(-1, 1) : List.of(1, -1);
                for (boolean atOpen : new boolean[] {true, false}) {
                    for (int side : sides) {
                        double limitPrice = side > 0 ? quotes[0] : quotes[1];
                        boolean quoted = Math.abs(before + side * quantity) <= limit || before * side < 0;
                        boolean opens = side > 0 ? bars.open(bar) < limitPrice : bars.open(bar) > limitPrice;
                        boolean through = side > 0 ? bars.low(bar) < limitPrice : bars.high(bar) > limitPrice;
                        if (quoted && limitPrice > 0 && (atOpen ? opens : !opens && through)) {
                            double units = side * quantity * number("lot");
                            cash -= units * limitPrice + feeRate * Math.abs(units * limitPrice);
                            lots += side * quantity;
                            deals.add(new Deal(bar, units, limitPrice));
                        }
                    }
                }
            }
            worth[bar] = cash + lots * number("lot") * bars.close(bar);
        }
    }

    private double number(String name) {
        return Double.parseDouble(settings.get(name));
    }

    private double sigma(int bar) {
        int window = (int) number("window");
        if (bar < window) {
            return Double.NaN;
        }
        double[] changes = IntStream.rangeClosed(bar - window + 1, bar).mapToDouble(at -> bars.close(at) - bars.close(at - 1)).toArray();
        double mean = Arrays.stream(changes).average().orElseThrow();
        return Math.sqrt(Arrays.stream(changes).map(one -> Math.pow(one - mean, 2)).sum() / (window - 1));
    }

    /** In σ first, then in money. */
    private double[] quotes(int bar, int lots, double sigma) {
        double gamma = number("gamma");
        double k = number("k");
        double base = Math.log(1 + gamma / k) / gamma;
        double bid;
        double ask;
        if (settings.get("model").equals("AVELLANEDA_STOIKOV")) {
            double middle = -lots * gamma * number("horizon");
            bid = middle - gamma * number("horizon") / 2 - base;
            ask = middle + gamma * number("horizon") / 2 + base;
        } else {
            double root = Math.sqrt(gamma / (2 * k * number("arrivals")) * Math.pow(1 + gamma / k, 1 + k / gamma));
            bid = -base - (2 * lots + 1) / 2.0 * root;
            ask = base - (2 * lots - 1) / 2.0 * root;
        }
        return new double[] {bars.close(bar) + bid * sigma, bars.close(bar) + ask * sigma};
    }
}
