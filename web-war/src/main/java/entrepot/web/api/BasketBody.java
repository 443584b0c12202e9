package entrepot.web.api;

import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.NamedRule;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A portfolio backtest as a client asks for it.
 *
 * @param instruments  as many symbols as the rule takes, 2 to 50 or 3 to 6
 * @param from         first day, or absent for all; {@code to} the last
 * @param rule         HOLD where absent
 * @param ruleSettings of the rule, by the names of its parameters; the standard for what is absent
 * @param settings     how the money is shared out and when, by the names of {@link Plan#PARAMETERS}; the standard for what is absent
 * @param startCash    100000 where absent
 * @param feeRate      share of the value a side; 0 where absent, as the following
 */
public record BasketBody(List<String> instruments, String from, String to, String rule, Map<String, String> ruleSettings, Map<String, String> settings,
        String startCash, String feeRate, String feePerOrder, String slippage) {

    private static final BigDecimal USUAL = BigDecimal.valueOf(100_000);

    /** @throws ApiProblem with everything that is wrong */
    public BasketExperiment read() {
        Fields fields = new Fields();
        LocalDate first = BacktestBody.day(fields, "/from", from);
        LocalDate last = BacktestBody.day(fields, "/to", to);
        if (first != null && last != null && last.isBefore(first)) {
            fields.refuse("/to", "range", "must not be before " + first + ", is " + last);
        }
        RuleKind kind = fields.oneOfIfGiven("/rule", rule, RuleKind.class, RuleKind.HOLD);
        List<String> symbols = symbols(fields, kind == null ? RuleKind.HOLD : kind);
        NamedRule named = kind == null ? null : SettingFields.rule(fields, kind, ruleSettings);
        Plan plan = SettingFields.plan(fields, settings);
        if (kind != null && plan != null) {
            kind.objections(plan).forEach(wrong -> fields.refuse("/settings/" + wrong.setting(), "range", wrong.detail()));
        }
        BigDecimal cash = fields.decimalIfGiven("/startCash", startCash, 2);
        if (cash != null && cash.signum() <= 0) {
            fields.refuse("/startCash", "not-positive", "must be above 0, is " + cash.toPlainString());
        }
        double rate = BacktestBody.share(fields, "/feeRate", feeRate);
        double fee = BacktestBody.amount(fields, "/feePerOrder", feePerOrder);
        double slips = BacktestBody.share(fields, "/slippage", slippage);
        fields.check();
        return new BasketExperiment(symbols, first, last, named, plan, (cash == null ? USUAL : cash).doubleValue(), rate, fee, slips);
    }

    private List<String> symbols(Fields fields, RuleKind kind) {
        List<String> symbols = new ArrayList<>();
        if (fields.required("/instruments", instruments) == null) {
            return symbols;
        }
        if (instruments.size() < kind.fewest() || instruments.size() > kind.most()) {
            fields.refuse("/instruments", "count", "must be " + kind.fewest() + " to " + kind.most() + " instruments with " + kind + ", are " + instruments.size());
            return symbols;
        }
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < instruments.size(); at++) {
            String symbol = BacktestBody.symbol(fields, "/instruments/" + at, instruments.get(at));
            if (symbol != null && !seen.add(symbol)) {
                fields.refuse("/instruments/" + at, "same", "must be another instrument than those before, is " + symbol);
            }
            symbols.add(symbol);
        }
        return symbols;
    }
}
