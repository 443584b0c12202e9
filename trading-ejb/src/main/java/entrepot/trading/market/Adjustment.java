package entrepot.trading.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a series comparable over splits and dividends, as it looked on one day: an action counts once its day has come, so
 * nothing that lay in the future then is in it. The last known bar keeps its raw price.
 */
public final class Adjustment {

    static final long DAY = 24 * 60 * 60 * 1000L;

    private final List<CorporateAction> actions;

    private Adjustment(List<CorporateAction> actions) {
        this.actions = actions;
    }

    public static Adjustment asOf(LocalDate day, List<CorporateAction> actions) {
        return new Adjustment(actions.stream().filter(action -> action.knownOn(day))
                .sorted(Comparator.comparing(CorporateAction::lastDay).reversed()).toList());
    }

    /** Prices are multiplied by the ratios of all later known actions; volume is divided by those of splits. */
    public Bars of(Bars raw) {
        int size = raw.size();
        double[][] columns = {raw.opens(), raw.highs(), raw.lows(), raw.closes()};
        double[] volume = raw.volumes();
        double price = 1;
        double split = 1;
        int next = 0;
        for (int at = size - 1; at >= 0; at--) {
            LocalDate day = dayOf(raw.time(at));
            for (; next < actions.size() && !actions.get(next).lastDay().isBefore(day); next++) {
                price *= actions.get(next).ratio();
                split *= actions.get(next).splitRatio();
            }
            for (double[] column : columns) column[at] *= price;
            volume[at] /= split;
        }
        return Bars.of(raw.times(), columns[0], columns[1], columns[2], columns[3], volume);
    }

    /**
     * The same from the other end: the first bar keeps its raw price, and from the first bar after an action on prices are divided by its ratio.
     * No action changes a bar before it, so a series that ends earlier has the same bars up to there.
     */
    public static Bars forward(Bars raw, List<CorporateAction> actions) {
        List<CorporateAction> inOrder = actions.stream().sorted(Comparator.comparing(CorporateAction::lastDay)).toList();
        double[][] columns = {raw.opens(), raw.highs(), raw.lows(), raw.closes()};
        double[] volume = raw.volumes();
        double price = 1;
        double split = 1;
        int next = 0;
        for (int at = 0; at < raw.size(); at++) {
            LocalDate day = dayOf(raw.time(at));
            for (; next < inOrder.size() && inOrder.get(next).knownOn(day); next++) {
                price *= at == 0 ? 1 : inOrder.get(next).ratio();
                split *= at == 0 ? 1 : inOrder.get(next).splitRatio();
            }
            for (double[] column : columns) column[at] /= price;
            volume[at] *= split;
        }
        return Bars.of(raw.times(), columns[0], columns[1], columns[2], columns[3], volume);
    }

    public static LocalDate dayOf(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }
}
