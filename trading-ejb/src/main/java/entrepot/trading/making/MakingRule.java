package entrepot.trading.making;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.strategy.Misfit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a market is made. Prices are counted in σ, the deviation of what the close changes by in a bar, so that the same numbers go with any
 * instrument; time is counted in bars.
 *
 * @param gamma    aversion to risk, for 1 σ won or lost with a lot
 * @param k        how fast orders thin out, a σ from the close
 * @param arrivals orders a bar at the close, of Guéant, Lehalle and Fernandez-Tapia
 * @param window   changes of the close that σ is of
 * @param horizon  bars to a time at which all would be closed, always as far away; of Avellaneda and Stoikov
 * @param lot      units
 * @param quantity lots of each quote
 * @param limit    most lots held, long or short
 * @param margin   share of positions that the account must be worth to open more, half of it to hold them; 0 where it is not asked
 * @param borrow   a year, on the value of shorts and on owed money
 */
public record MakingRule(Model model, double gamma, double k, double arrivals, int window, int horizon, double lot, int quantity, int limit,
        double margin, double borrow) {

    /** Where the quotes stand. */
    public enum Model {
        AVELLANEDA_STOIKOV, GUEANT_LEHALLE_FERNANDEZ_TAPIA
    }

    public static final List<Parameter> PARAMETERS = List.of(choice("model", Model.AVELLANEDA_STOIKOV.name(), Model.GUEANT_LEHALLE_FERNANDEZ_TAPIA.name()),
            number("gamma", 0.1, 0.001, 10), number("k", 1.5, 0.05, 100), number("arrivals", 1, 0.001, 1e6), bars("window", 60, 2), whole("horizon", 5, 1, 1000),
            number("lot", 1, 0.000001, 1e6), whole("quantity", 1, 1, 1000), whole("limit", 5, 1, 1000), number("margin", 0.5, 0, 1), number("borrow", 0.03, 0, 1));

    /** Parameters of what an account is charged, and a recorded market does not. */
    public static final List<String> CHARGES = List.of("margin", "borrow");

    public MakingRule {
        if (quantity > limit) {
            throw new Misfit("quantity", "must be from 1 to limit, " + limit + ", is " + quantity);
        }
    }

    /** @param given numbers as {@link Double}, the model as its name; the standard for what is not given */
    public static MakingRule of(Map<String, Object> given) {
        Settings all = Settings.of("MARKET_MAKING", PARAMETERS, given);
        return new MakingRule(Model.valueOf(all.choice("model")), all.number("gamma"), all.number("k"), all.number("arrivals"), all.whole("window"),
                all.whole("horizon"), all.number("lot"), all.whole("quantity"), all.whole("limit"), all.number("margin"), all.number("borrow"));
    }

    /** From {@link #settings}. */
    public static MakingRule read(String settings) {
        return of(Settings.read(PARAMETERS, settings));
    }

    /** The same with other values. @throws IllegalArgumentException where one is not known, or they do not hold */
    public MakingRule with(Map<String, Object> others) {
        return of(Settings.changed(PARAMETERS, settings(), others));
    }

    /** @param sigma of the close, a bar, above 0; @param inventory lots */
    Quotes quotes(double close, double inventory, double sigma) {
        return model == Model.AVELLANEDA_STOIKOV ? Quotes.avellanedaStoikov(close, inventory, sigma * sigma, horizon, gamma / sigma, k / sigma)
                : Quotes.gueantLehalleFernandezTapia(close, inventory, sigma * sigma, gamma / sigma, k / sigma, arrivals);
    }

    /** Millionths. */
    long lotUnits() {
        return Math.round(lot * Exact.UNIT);
    }

    /** Units of each quote. */
    public double units() {
        return Exact.decimal(quantity * lotUnits(), Exact.UNIT);
    }

    /** Whether margin or borrowing is counted. */
    public boolean charges() {
        return margin != 0 || borrow != 0;
    }

    /** The same without them. */
    public MakingRule uncharged() {
        return with(CHARGES.stream().collect(Collectors.toMap(name -> name, name -> 0.0)));
    }

    /** The same with margin, with what borrowing costs, and with gaps against whoever quoted. */
    public BrokerTerms charged(BrokerTerms terms) {
        return terms.charging(margin, borrow).gapsAtLimits();
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "model" -> model.name();
            case "gamma" -> Parameter.plain(gamma);
            case "k" -> Parameter.plain(k);
            case "arrivals" -> Parameter.plain(arrivals);
            case "window" -> Integer.toString(window);
            case "horizon" -> Integer.toString(horizon);
            case "lot" -> Parameter.plain(lot);
            case "quantity" -> Integer.toString(quantity);
            case "limit" -> Integer.toString(limit);
            case "margin" -> Parameter.plain(margin);
            default -> Parameter.plain(borrow);
        };
    }

    /** All of them, one blank between two. */
    public String settings() {
        return Parameter.settings(PARAMETERS, this::value);
    }

    /** In words, stable. */
    public String words() {
        return "market-making " + settings();
    }
}
