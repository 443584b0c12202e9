package entrepot.web.api;

import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Which bars somebody asks for. */
public class BarsQuery {

    private static final long MILLIS_A_DAY = 86_400_000;

    @QueryParam("step") String step;
    @QueryParam("from") String from;
    @QueryParam("to") String to;
    @QueryParam("adjustedAsOf") String adjustedAsOf;
    @QueryParam("every") String every;
    @QueryParam("zone") String zone;
    @QueryParam("of") String of;

    Asked read(Fields fields) {
        BarStep raw = fields.oneOfIfGiven("?step", step, BarStep.class, BarStep.DAY);
        BarPlan plan = isPlanned() ? BarPlanFields.read(fields, "?", every, zone, of) : null;
        if (isPlanned() && step != null) {
            fields.refuse("?step", "with-every", "does not go with every, zone and of, which say what bars are made of; leave it out");
        }
        if (plan != null && plan.trades() && adjustedAsOf != null) {
            fields.refuse("?adjustedAsOf", "with-trades", "does not go with trades, whose prices are as they were recorded; leave it out");
        }
        return new Asked(plan == null ? raw : plan.step(), plan, day(fields, "?from", from), day(fields, "?to", to), day(fields, "?adjustedAsOf", adjustedAsOf));
    }

    private boolean isPlanned() {
        return every != null || zone != null || of != null;
    }

    private static LocalDate day(Fields fields, String name, String value) {
        LocalDate day = fields.dateIfGiven(name, value);
        if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
            fields.refuse(name, "out-of-range", "must have a year from 0001 to 9999");
        }
        return day;
    }

    /** @param plan null for the bars of the step as they are */
    record Asked(BarStep step, BarPlan plan, LocalDate from, LocalDate to, LocalDate adjustedAsOf) {
        /** Whether bars are named by days. */
        boolean isOfDays() {
            return plan == null ? step == BarStep.DAY : !plan.isTimed();
        }

        /** From where on bars are read, so that the first one after a moment is whole. */
        long source(long after) {
            long before = plan == null ? 0 : plan.daysBefore() * MILLIS_A_DAY;
            return after < Long.MIN_VALUE + before ? Long.MIN_VALUE : after - before;
        }

        long begins() {
            return from == null ? Long.MIN_VALUE : millis(from) - 1;
        }

        /** No bar later than the day as of which the series is asked. */
        long ends() {
            LocalDate last = to == null || adjustedAsOf != null && adjustedAsOf.isBefore(to) ? adjustedAsOf : to;
            return last == null ? Long.MAX_VALUE : millis(last.plusDays(1)) - 1;
        }

        private static long millis(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }
    }
}
