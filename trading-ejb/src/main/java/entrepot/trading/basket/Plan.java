package entrepot.trading.basket;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.allocation.Construction;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the money is shared out among what is chosen, and when.
 *
 * @param window days whose returns the weights are made of; an instrument joins when it has as many
 * @param every  days from one decision to the next
 * @param band   by how much a weight must be off before it is traded, as a share of the account; 0 for any
 * @param most   no weight is above it; what is cut off stays in cash
 * @param lot    units come in whole ones of this size
 * @param margin share of positions that the account must be worth to open more, half of it to hold them; 0 where it is not asked
 * @param borrow a year, on the value of shorts
 */
public record Plan(Construction construction, int window, int every, double band, double most, double lot, double margin, double borrow) {

    public static final List<Parameter> PARAMETERS = List.of(
            choice("construction", Arrays.stream(Construction.values()).map(Enum::name).toArray(String[]::new)), bars("window", 126, 2), bars("every", 21),
            number("band", 0, 0, 1), number("most", 1, 0.01, 1), number("lot", 1, 0.000001, 1_000_000),
            number("margin", 0, 0, 1), number("borrow", 0, 0, 1));

    /** @param given numbers as {@link Double}, the construction as its name; the standard for what is not given */
    public static Plan of(Map<String, Object> given) {
        Settings all = Settings.of("portfolio", PARAMETERS, given);
        return new Plan(Construction.valueOf(all.choice("construction")), all.whole("window"), all.whole("every"), all.number("band"), all.number("most"),
                all.number("lot"), all.number("margin"), all.number("borrow"));
    }

    /** From {@link #settings}. */
    public static Plan read(String settings) {
        return of(Settings.read(PARAMETERS, settings));
    }

    /** The same with other values. @throws IllegalArgumentException where one is not known, or does not hold */
    public Plan with(Map<String, Object> others) {
        return of(Settings.changed(PARAMETERS, settings(), others));
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "construction" -> construction.name();
            case "window" -> Integer.toString(window);
            case "every" -> Integer.toString(every);
            case "band" -> Parameter.plain(band);
            case "most" -> Parameter.plain(most);
            case "lot" -> Parameter.plain(lot);
            case "margin" -> Parameter.plain(margin);
            default -> Parameter.plain(borrow);
        };
    }

    /** All of them, one blank between two. */
    public String settings() {
        return Parameter.settings(PARAMETERS, this::value);
    }

    /** The same with equal weights that nothing cuts off: what a portfolio is held against. */
    public Plan equal() {
        return new Plan(Construction.EQUAL, window, every, band, 1, lot, margin, borrow);
    }
}
