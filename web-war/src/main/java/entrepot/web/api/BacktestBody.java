package entrepot.web.api;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Instrument;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A backtest as a client asks for it: a crossover of two moving averages of an instrument's daily bars.
 *
 * @param from      first day, or absent for all
 * @param raw       prices as they were traded, without splits and dividends worked in
 * @param mean      SIMPLE where absent
 * @param side      LONG_ONLY where absent
 * @param reading   LEVEL where absent
 * @param startCash 10000 where absent
 * @param feeRate   share of the value a side, e.g. 0.001; 0 where absent, as the following
 * @param feePerOrder in the currency of the instrument
 */
public record BacktestBody(String instrument, String from, String to, boolean raw, String mean, Integer fast, Integer slow, String side,
        String reading, String startCash, String feeRate, String feePerOrder, String slippage) {

    private static final int MOST = 10_000;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** @throws ApiProblem with everything that is wrong */
    public Experiment read() {
        Fields fields = new Fields();
        String symbol = fields.text("/instrument", instrument, 32);
        if (symbol != null && !Instrument.SYMBOL.matcher(symbol).matches()) {
            fields.refuse("/instrument", "characters", "must be 1 to 32 of A-Z, 0-9, '.' and '-'");
        }
        LocalDate first = day(fields, "/from", from);
        LocalDate last = day(fields, "/to", to);
        if (first != null && last != null && last.isBefore(first)) {
            fields.refuse("/to", "range", "must not be before " + first + ", is " + last);
        }
        int shorter = period(fields, "/fast", fast);
        int longer = period(fields, "/slow", slow);
        if (shorter > 0 && longer > 0 && longer <= shorter) {
            fields.refuse("/slow", "range", "must be more than fast, " + shorter + ", is " + longer);
        }
        Mean kind = fields.oneOfIfGiven("/mean", mean, Mean.class, Mean.SIMPLE);
        Side positions = fields.oneOfIfGiven("/side", side, Side.class, Side.LONG_ONLY);
        Reading read = fields.oneOfIfGiven("/reading", reading, Reading.class, Reading.LEVEL);
        BigDecimal cash = fields.decimalIfGiven("/startCash", startCash, 6);
        if (cash != null && cash.signum() <= 0) {
            fields.refuse("/startCash", "not-positive", "must be above 0, is " + cash.toPlainString());
        }
        double rate = share(fields, "/feeRate", feeRate);
        double fee = amount(fields, "/feePerOrder", feePerOrder);
        double slips = share(fields, "/slippage", slippage);
        fields.check();
        return new Experiment(symbol, first, last, !raw, kind, shorter, longer, positions, read,
                (cash == null ? TEN_THOUSAND : cash).doubleValue(), rate, fee, slips);
    }

    private static LocalDate day(Fields fields, String pointer, String value) {
        LocalDate day = fields.dateIfGiven(pointer, value);
        if (day != null && (day.getYear() < 1 || day.getYear() > 9998)) {
            fields.refuse(pointer, "out-of-range", "must have a year from 0001 to 9998");
        }
        return day;
    }

    /** @return 0 where it is wrong */
    private static int period(Fields fields, String pointer, Integer value) {
        if (fields.required(pointer, value) == null) {
            return 0;
        }
        if (value < 1 || value > MOST) {
            fields.refuse(pointer, "range", "must be 1 to " + MOST + ", is " + value);
            return 0;
        }
        return value;
    }

    private static double share(Fields fields, String pointer, String value) {
        double share = amount(fields, pointer, value);
        if (share >= 1) {
            fields.refuse(pointer, "range", "is a share and must be below 1, is " + value);
        }
        return share;
    }

    private static double amount(Fields fields, String pointer, String value) {
        BigDecimal amount = fields.decimalIfGiven(pointer, value, 12);
        if (amount != null && amount.signum() < 0) {
            fields.refuse(pointer, "negative", "must be 0 or more, is " + value);
        }
        return amount == null ? 0 : amount.doubleValue();
    }
}
