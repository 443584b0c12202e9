package entrepot.web.api;

import entrepot.trading.market.BarPlan;
import entrepot.trading.market.Every;
import entrepot.trading.market.TickLength;
import java.time.ZoneId;
import java.util.function.Function;

/** Which bars a request asks for: {@code every}, {@code zone} and {@code of}. */
final class BarPlanFields {

    private static final String TRADES = "trades";
    private static final int LONGEST = 40;

    private BarPlanFields() {}

    /**
     * @param at     what stands before the names: {@code /} in a body, {@code ?} in a query
     * @param every  the days as they are where it is absent
     * @param of     {@code trades}, or {@code bars} where it is absent
     * @return null where something is wrong
     */
    static BarPlan read(Fields fields, String at, String every, String zone, String of) {
        int faults = fields.errors().size();
        boolean trades = TRADES.equals(of);
        if (of != null && !trades && !of.equals("bars")) {
            fields.refuse(at + "of", "unknown-value", "must be bars or trades");
        }
        Every length = every == null ? BarPlan.DAILY.every() : read(fields, at + "every", every, Every::read);
        ZoneId clock = zone == null ? null : read(fields, at + "zone", zone, BarPlan::zone);
        if (length instanceof TickLength && !trades) {
            fields.refuse(at + "every", "without-trades", length + " is made of trades alone: say of=trades");
        }
        if (trades && length != null && length.isOfDays() && zone == null) {
            fields.refuse(at + "zone", "missing", "must say in which zone trades become days, such as America/New_York");
        }
        return fields.errors().size() > faults ? null : new BarPlan(trades, length, clock);
    }

    private static <T> T read(Fields fields, String pointer, String value, Function<String, T> reading) {
        String text = fields.textIfGiven(pointer, value, LONGEST);
        try {
            return text == null ? null : reading.apply(text);
        } catch (IllegalArgumentException wrong) {
            fields.refuse(pointer, "range", wrong.getMessage() + (wrong.getMessage().contains("'") ? "" : ", is '" + text + "'"));
            return null;
        }
    }
}
