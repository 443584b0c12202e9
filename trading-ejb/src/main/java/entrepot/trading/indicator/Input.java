package entrepot.trading.indicator;

import entrepot.trading.market.Bars;

/** What can be read of a bar. */
public enum Input {
    OPEN, HIGH, LOW, CLOSE, VOLUME,
    /** {@code (high + low) / 2} */
    MEDIAN,
    /** {@code (high + low + close) / 3} */
    TYPICAL,
    /** {@code (open + high + low + close) / 4} */
    OHLC4;

    public String word() {
        return name().toLowerCase();
    }

    /** The column of a series. */
    public double[] of(Bars bars) {
        return switch (this) {
            case OPEN -> bars.opens();
            case HIGH -> bars.highs();
            case LOW -> bars.lows();
            case CLOSE -> bars.closes();
            case VOLUME -> bars.volumes();
            default -> mixed(bars);
        };
    }

    private double[] mixed(Bars bars) {
        double[] column = new double[bars.size()];
        for (int bar = 0; bar < column.length; bar++) {
            column[bar] = switch (this) {
                case MEDIAN -> (bars.high(bar) + bars.low(bar)) / 2;
                case TYPICAL -> (bars.high(bar) + bars.low(bar) + bars.close(bar)) / 3;
                default -> (bars.open(bar) + bars.high(bar) + bars.low(bar) + bars.close(bar)) / 4;
            };
        }
        return column;
    }
}
