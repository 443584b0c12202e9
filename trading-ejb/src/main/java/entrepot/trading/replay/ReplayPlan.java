package entrepot.trading.replay;

import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.flow.FlowKind;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.portfolio.Exact;
import java.util.List;
import java.util.Map;

/**
 * In which recorded market a backtest trades, and how.
 *
 * @param kind          of the flow
 * @param latencyMillis from a decision until the market knows of it
 * @param clockSeconds  from one decision, and one value of the account, to the next
 * @param tick          by which prices of one's own go
 * @param restingFee    share of the fee rate that is paid for what rested
 */
public record ReplayPlan(FlowKind kind, double latencyMillis, double clockSeconds, double tick, double restingFee) {

    public static final List<Parameter> PARAMETERS = List.of(choice("kind", FlowKind.ORDERS.name(), FlowKind.QUOTES.name()),
            number("latencyMillis", 10, 0, 60_000), number("clockSeconds", 1, 0.001, 86_400), number("tick", 0.01, 1e-9, 1e6), number("restingFee", 1, 0, 1));

    /** @param given numbers as {@link Double}, the kind as its name; the standard for what is not given */
    public static ReplayPlan of(Map<String, Object> given) {
        Settings all = Settings.of("REPLAY", PARAMETERS, given);
        return new ReplayPlan(FlowKind.valueOf(all.choice("kind")), all.number("latencyMillis"), all.number("clockSeconds"), all.number("tick"),
                all.number("restingFee"));
    }

    /** From {@link #settings}. */
    public static ReplayPlan read(String settings) {
        return of(Settings.read(PARAMETERS, settings));
    }

    /** Nanoseconds. */
    public long latency() {
        return Math.round(latencyMillis * ReplayTerms.MILLI);
    }

    /** Nanoseconds, whole milliseconds. */
    public long clock() {
        return Math.round(clockSeconds * 1_000) * ReplayTerms.MILLI;
    }

    /** Billionths. */
    public long tickUnits() {
        return Exact.price(tick);
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "kind" -> kind.name();
            case "latencyMillis" -> Parameter.decimal(latencyMillis);
            case "clockSeconds" -> Parameter.decimal(clockSeconds);
            case "tick" -> Parameter.decimal(tick);
            default -> Parameter.decimal(restingFee);
        };
    }

    /** All of them, one blank between two. */
    public String settings() {
        return Parameter.settings(PARAMETERS, this::value);
    }
}
