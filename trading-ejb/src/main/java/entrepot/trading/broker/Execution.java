package entrepot.trading.broker;

import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.order.Validity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How hard the market is on the orders of a backtest. Numbers of another impact than that which is chosen are 0.
 *
 * @param participation  share of a bar's volume that all orders together may have; 0 where volume does not matter
 * @param latencyBars    bars that an order or a cancellation is on its way beyond the next open
 * @param latencySeconds on its way besides; less than a bar is a bar
 * @param validity       of orders that enter a position: GTC is until the next decision
 * @param impact         what is paid for taking, on top of the share of the price
 * @param spread         of SPREAD, in units of the price
 * @param coefficient    Y of SQUARE_ROOT
 * @param volatility     σ of SQUARE_ROOT, of a bar, as a share
 * @param fixed          ε of ALMGREN_CHRISS, in units of the price
 * @param temporary      η of it, price a unit
 * @param permanent      γ of it, price a unit
 */
public record Execution(double participation, int latencyBars, int latencySeconds, Validity validity, Impact impact, double spread, double coefficient,
        double volatility, double fixed, double temporary, double permanent) {

    /** Everything that is ordered is had at once, for the share of the price. */
    public static final Execution IDEAL = new Execution(0, 0, 0, Validity.GTC, Impact.NONE, 0, 0, 0, 0, 0, 0);

    private static final long MILLIS = 1_000;

    public Execution {
        spread = impact == Impact.SPREAD ? spread : 0;
        coefficient = impact == Impact.SQUARE_ROOT ? coefficient : 0;
        volatility = impact == Impact.SQUARE_ROOT ? volatility : 0;
        fixed = impact == Impact.ALMGREN_CHRISS ? fixed : 0;
        temporary = impact == Impact.ALMGREN_CHRISS ? temporary : 0;
        permanent = impact == Impact.ALMGREN_CHRISS ? permanent : 0;
    }

    /** Models of {@link Slippage}. */
    public enum Impact {
        SQUARE_ROOT, SPREAD, ALMGREN_CHRISS, NONE;

        private static String[] names() {
            return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
        }
    }

    /** The standard of each errs against the strategy. */
    public static final List<Parameter> PARAMETERS = List.of(number("participation", 0.1, 0, 1), whole("latencyBars", 0, 0, 1000),
            whole("latencySeconds", 0, 0, 10_000_000), choice("validity", Validity.GTC.name(), Validity.DAY.name()), choice("impact", Impact.names()),
            number("spread", 0.01, 0, 1e6), number("coefficient", 1, 0, 100), number("volatility", 0.02, 0, 1), number("fixed", 0.01, 0, 1e6),
            number("temporary", 0.000001, 0, 1e6), number("permanent", 0.0000001, 0, 1e6));

    /** @param given numbers as {@link Double}, choices as their names; the standard for what is not given */
    public static Execution of(Map<String, Object> given) {
        Settings all = Settings.of("EXECUTION", PARAMETERS, given);
        return new Execution(all.number("participation"), all.whole("latencyBars"), all.whole("latencySeconds"), Validity.valueOf(all.choice("validity")),
                Impact.valueOf(all.choice("impact")), all.number("spread"), all.number("coefficient"), all.number("volatility"), all.number("fixed"),
                all.number("temporary"), all.number("permanent"));
    }

    /** From {@link #settings}. */
    public static Execution read(String settings) {
        return of(Settings.read(PARAMETERS, settings));
    }

    public boolean isIdeal() {
        return equals(IDEAL);
    }

    /** The same with everything that taking costs twice. */
    public Execution doubled() {
        return new Execution(participation, latencyBars, latencySeconds, validity, impact, 2 * spread, 2 * coefficient, volatility, 2 * fixed, 2 * temporary,
                2 * permanent);
    }

    /** Terms under these conditions. */
    BrokerTerms on(BrokerTerms terms) {
        return terms.slipping(terms.slippage().plus(slippage())).participating(BrokerTerms.billionths(participation)).late(latencyBars, latencySeconds * MILLIS);
    }

    private Slippage slippage() {
        return switch (impact) {
            case NONE -> Slippage.NONE;
            case SPREAD -> new Slippage.Spread(spread);
            case SQUARE_ROOT -> new Slippage.SquareRoot(coefficient, volatility);
            case ALMGREN_CHRISS -> new Slippage.AlmgrenChriss(fixed, temporary, permanent);
        };
    }

    /** Whether a parameter says something here: those of another impact do not. */
    public boolean has(Parameter parameter) {
        return switch (parameter.name()) {
            case "spread" -> impact == Impact.SPREAD;
            case "coefficient", "volatility" -> impact == Impact.SQUARE_ROOT;
            case "fixed", "temporary", "permanent" -> impact == Impact.ALMGREN_CHRISS;
            default -> true;
        };
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "participation" -> Parameter.decimal(participation);
            case "latencyBars" -> Integer.toString(latencyBars);
            case "latencySeconds" -> Integer.toString(latencySeconds);
            case "validity" -> validity.name();
            case "impact" -> impact.name();
            case "spread" -> Parameter.decimal(spread);
            case "coefficient" -> Parameter.decimal(coefficient);
            case "volatility" -> Parameter.decimal(volatility);
            case "fixed" -> Parameter.decimal(fixed);
            case "temporary" -> Parameter.decimal(temporary);
            default -> Parameter.decimal(permanent);
        };
    }

    /** Those that say something, one blank between two. */
    public String settings() {
        return Parameter.settings(PARAMETERS.stream().filter(this::has).toList(), this::value);
    }
}
