package entrepot.web.page;

import entrepot.trading.market.BarPlan;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.Every;
import entrepot.web.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How market data is written on a page. Every method answers an empty text for null. */
@Named
@ApplicationScoped
public class MarketWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);
    private static final int SMALL = 100;

    /** A day, or a minute in UTC. */
    public String time(Long millis, BarStep step) {
        if (millis == null) {
            return "";
        }
        Instant at = Instant.ofEpochMilli(millis);
        return step == BarStep.MINUTE ? MINUTE.format(at) : at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** A moment of which nothing says whether it is a day: one at midnight is. */
    public String moment(Long millis) {
        return millis == null ? "" : time(millis, Math.floorMod(millis, 24 * 60 * 60 * 1000L) == 0 ? BarStep.DAY : BarStep.MINUTE);
    }

    /** Lengths of bars that a form offers. */
    public List<Every> getLengths() {
        return Every.usual();
    }

    /** How long bars are, with the zone and what they are made of. */
    public String length(BarPlan plan) {
        return plan.every() + (plan.zone() == null ? "" : ", " + plan.zone()) + (plan.trades() ? ", " + Language.here().words().getString("bars.of.trades") : "");
    }

    public String figure(Double value) {
        return written(value, 0);
    }

    /** With the decimals of its smallest step at least, so that the points stand below each other. */
    public String price(Double value, BigDecimal tick) {
        return written(value, Math.max(0, tick.stripTrailingZeros().scale()));
    }

    private static String written(Double value, int decimals) {
        if (value == null || value.isNaN()) {
            return "";
        }
        var format = new DecimalFormat("#,##0.########", Language.here().symbols());
        format.setMinimumFractionDigits(Math.min(decimals, 8));
        format.setNegativePrefix("−");
        return format.format(value);
    }

    /** Old shares for new ones, {@code 1 : 4}; empty for none. */
    public String split(CorporateAction action) {
        double ratio = action.splitRatio();
        for (int fresh = 1; ratio != 1 && fresh <= SMALL; fresh++) {
            double old = ratio * fresh;
            if (Math.abs(old - Math.rint(old)) < 1e-9) {
                return (long) Math.rint(old) + " : " + fresh;
            }
        }
        return ratio == 1 ? "" : figure(ratio);
    }

    /** Money a share; empty for none. */
    public String dividend(CorporateAction action) {
        return action.dividendRatio() == 1 ? "" : Double.isNaN(action.dividend()) ? "" : figure(Math.rint(action.dividend() * 1e4) / 1e4);
    }
}
