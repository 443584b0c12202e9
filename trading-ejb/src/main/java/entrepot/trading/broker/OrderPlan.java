package entrepot.trading.broker;

import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.order.Ticket.Protection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How decisions become orders. Shares are billionths of the price.
 *
 * @param units   millionths of each position; 0 for all the money
 * @param offset  by how much better than the close a position is entered, by a limit that stands until the next decision; 0 for a market
 *                order at the next open
 * @param stop    share of the entry price at which a loss is stopped; 0 for none
 * @param profit  share at which a profit is taken; 0 for none
 * @param trailing share at which a stop trails; 0 for none
 */
public record OrderPlan(long units, long offset, long stop, long profit, long trailing) {

    private static final double BELOW_ONE = 0.999999999;

    public static final Parameter LIMIT_OFFSET = number("limitOffset", 0, 0, BELOW_ONE);
    public static final Parameter STOP_LOSS = number("stopLoss", 0, 0, BELOW_ONE);
    public static final Parameter TAKE_PROFIT = number("takeProfit", 0, 0, 100);
    public static final Parameter TRAILING_STOP = number("trailingStop", 0, 0, BELOW_ONE);

    /** Its shares as decimals, 0 for none. */
    public static final List<Parameter> PARAMETERS = List.of(LIMIT_OFFSET, STOP_LOSS, TAKE_PROFIT, TRAILING_STOP);

    /** All the money at the next open. */
    public static final OrderPlan MARKET = new OrderPlan(0, 0, 0, 0, 0);

    public OrderPlan {
        if (units < 0 || offset < 0 || offset >= BrokerTerms.WHOLE) {
            throw new IllegalArgumentException(
                    "units is " + units + ", offset is " + offset + ", must be 0 or more, offset below " + BrokerTerms.WHOLE);
        }
        if (stop + profit + trailing != 0) {
            new Protection(stop, profit, trailing);
        }
    }

    /** The same with other shares. @throws IllegalArgumentException where one is not known, or does not hold */
    public OrderPlan with(Map<String, Object> others) {
        Map<String, Object> given = new HashMap<>();
        PARAMETERS.forEach(one -> given.put(one.name(), share(one)));
        given.putAll(others);
        Settings all = Settings.of("orders", PARAMETERS, given);
        return new OrderPlan(units, billionths(all, LIMIT_OFFSET), billionths(all, STOP_LOSS), billionths(all, TAKE_PROFIT), billionths(all, TRAILING_STOP));
    }

    private static long billionths(Settings all, Parameter share) {
        return Math.round(all.number(share.name()) * BrokerTerms.WHOLE);
    }

    public double share(Parameter parameter) {
        return (double) switch (parameter.name()) {
            case "limitOffset" -> offset;
            case "stopLoss" -> stop;
            case "takeProfit" -> profit;
            case "trailingStop" -> trailing;
            default -> throw new IllegalArgumentException("orders have no share '" + parameter.name() + "', only " + PARAMETERS.stream().map(Parameter::name).toList());
        } / BrokerTerms.WHOLE;
    }

    Protection protection() {
        return stop + profit + trailing == 0 ? null : new Protection(stop, profit, trailing);
    }

    public String words() {
        return words(List.of());
    }

    /** @param without names of parameters that are left out */
    public String words(Collection<String> without) {
        return "units=" + units + words(without, LIMIT_OFFSET, "offset", offset) + words(without, STOP_LOSS, "stop", stop)
                + words(without, TAKE_PROFIT, "profit", profit) + words(without, TRAILING_STOP, "trailing", trailing);
    }

    private static String words(Collection<String> without, Parameter parameter, String name, long share) {
        return without.contains(parameter.name()) ? "" : " " + name + "=" + share;
    }
}
