package entrepot.trading.screen;

import entrepot.trading.market.Bars;
import entrepot.trading.market.CorporateAction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Instruments with made-up daily bars: some short, some that end early, some with holes, splits and dividends, one without bars. */
record MadeMarket(long seed, Map<String, Bars> bars, Map<String, List<CorporateAction>> actions) {

    static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 600;

    static MadeMarket of(long seed, int instruments) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Bars> bars = new TreeMap<>();
        Map<String, List<CorporateAction>> actions = new TreeMap<>();
        for (int number = 0; number < instruments; number++) {
            String symbol = "M" + (char) ('A' + number);
            int begin = number == 2 ? DAYS - 50 : random.nextInt(3) == 0 ? random.nextInt(DAYS) : 0;
            int end = number != 2 && random.nextInt(4) == 0 ? random.nextInt(begin, DAYS) : DAYS;
            bars.put(symbol, number == 1 ? Bars.of(List.of()) : walk(random, begin, end));
            actions.put(symbol, actions(random));
        }
        return new MadeMarket(seed, bars, actions);
    }

    private static Bars walk(SplittableRandom random, int begin, int end) {
        List<double[]> rows = new ArrayList<>();
        double price = 50 + random.nextInt(100);
        for (int day = begin; day < end; day++) {
            double open = price;
            price = Math.max(1, Math.rint(price * (1 + (random.nextDouble() - 0.49) / 12) * 4) / 4);
            if (random.nextInt(12) > 0) {
                rows.add(new double[] {millis(FIRST.plusDays(day)), open, Math.max(open, price) + 0.25, Math.min(open, price) - 0.25, price,
                        random.nextInt(5) * 100});
            }
        }
        double[][] columns = new double[6][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < 6; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        long[] times = new long[rows.size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = (long) columns[0][row];
        }
        return Bars.of(times, columns[1], columns[2], columns[3], columns[4], columns[5]);
    }

    private static List<CorporateAction> actions(SplittableRandom random) {
        List<CorporateAction> actions = new ArrayList<>();
        for (int day = random.nextInt(1, 200); day < DAYS + 40; day += random.nextInt(1, 200)) {
            actions.add(new CorporateAction(FIRST.plusDays(day), 0.97 + 0.03 * random.nextDouble(), random.nextBoolean() ? 1 : 0.5, Double.NaN));
        }
        return actions;
    }

    static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    /** As if nothing after the day had come in yet. */
    MadeMarket cut(LocalDate day) {
        Map<String, Bars> known = new TreeMap<>();
        bars.forEach((symbol, all) -> known.put(symbol, all.until(millis(day))));
        Map<String, List<CorporateAction>> then = new TreeMap<>();
        actions.forEach((symbol, all) -> then.put(symbol, all.stream().filter(action -> action.knownOn(day)).toList()));
        return new MadeMarket(seed, known, then);
    }

    Screened screened(Screen screen, LocalDate day) {
        Screening screening = new Screening(screen, day);
        bars.forEach((symbol, all) -> screening.ask(symbol, all, actions.get(symbol)));
        return screening.found();
    }
}
