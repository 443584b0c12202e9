package entrepot.trading.market;

import java.util.List;

/** How long a bar is: some time, or so many ticks or so much of volume. */
public sealed interface Every permits Timeframe, TickLength {

    /** What can be written. */
    String POSSIBLE = "PT and minutes or hours that divide a day (PT1M, PT5M, PT1H), P1D, P1W (Monday to Sunday), P1M, P3M, P1Y;"
            + " of trades also 500ticks or 10000volume";

    /** Whether it is a day, or days, weeks or months: such a bar is named by a day, a shorter one by a moment. */
    boolean isOfDays();

    /** Days that a bar spans at most, so that whoever cuts a series begins with a whole bar. */
    int longestDays();

    /** The lengths that a form offers. */
    static List<Every> usual() {
        return List.of("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT4H", "P1D", "P1W", "P1M").stream().map(Every::read).toList();
    }

    /** @throws IllegalArgumentException with what is possible */
    static Every read(String text) {
        return text.startsWith("P") ? Timeframe.of(text) : TickLength.of(text);
    }
}
