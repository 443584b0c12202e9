package entrepot.trading.market;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bar as long as it takes to trade so often, or so much.
 *
 * @param volume whether volume is counted, not trades
 * @param count  trades, or millionths of volume; above zero
 */
public record TickLength(boolean volume, long count) implements Every {

    public static final int DECIMALS = 6;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)(ticks|volume)");

    public TickLength {
        if (count <= 0) {
            throw new IllegalArgumentException("must be above 0: " + POSSIBLE);
        }
    }

    static TickLength of(String text) {
        Matcher found = TEXT.matcher(text);
        if (!found.matches() || found.group(2).equals("ticks") && found.group(1).contains(".")) {
            throw new IllegalArgumentException("must be one of " + POSSIBLE);
        }
        boolean volume = found.group(2).equals("volume");
        return new TickLength(volume, new BigDecimal(found.group(1)).movePointRight(volume ? DECIMALS : 0).longValueExact());
    }

    @Override
    public boolean isOfDays() {
        return false;
    }

    /** It may span any time: a series of such bars is counted from its first trade. */
    @Override
    public int longestDays() {
        throw new UnsupportedOperationException(this + " may span any time");
    }

    @Override
    public String toString() {
        return volume ? BigDecimal.valueOf(count, DECIMALS).stripTrailingZeros().toPlainString() + "volume" : count + "ticks";
    }
}
