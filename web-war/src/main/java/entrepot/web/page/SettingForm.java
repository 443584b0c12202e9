package entrepot.web.page;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.broker.Execution;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.MakingRule;
import entrepot.trading.pair.PairRule;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.strategy.BuiltIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The built-in strategies on the form of a backtest, each with its settings, and those of the market; the crossover has fields of its own. */
@Named
@RequestScoped
public class SettingForm {

    static final String PAIR = "PAIR";
    static final String MAKING = "MARKET_MAKING";
    static final String PARENT = "PARENT_ORDER";
    private static final String REPLAY = "REPLAY";
    private static final String EXECUTION = "EXECUTION";

    @Inject
    private Sent sent;

    @Inject
    private ParameterFields fields;

    @Inject
    private BacktestPage page;

    public record Ready(BuiltIn name, List<ParameterFields.Setting> settings) {}

    public List<Ready> getReady() {
        return Arrays.stream(BuiltIn.values()).filter(one -> one != BuiltIn.CROSSOVER)
                .map(one -> new Ready(one, one.parameters().stream().map(parameter -> setting(one.name(), parameter)).toList())).toList();
    }

    /** Of a pair. */
    public List<ParameterFields.Setting> getPair() {
        return PairRule.PARAMETERS.stream().map(parameter -> setting(PAIR, parameter)).toList();
    }

    public List<ParameterFields.Setting> getMaking() {
        return MakingRule.PARAMETERS.stream().map(parameter -> setting(MAKING, parameter)).toList();
    }

    public List<ParameterFields.Setting> getParent() {
        return ParentOrder.PARAMETERS.stream().map(parameter -> setting(PARENT, parameter)).toList();
    }

    /** Of the recorded market. */
    public List<ParameterFields.Setting> getReplay() {
        ReplayPlan shown = page.getShown() == null ? null : page.getShown().experiment().replay();
        return ReplayPlan.PARAMETERS.stream().map(one -> fields.setting(REPLAY, one, shown == null ? one.standardWords() : shown.value(one))).toList();
    }

    /** Whether it does not count in a recorded market, where its field is hidden. */
    public boolean isUncharged(String setting) {
        return MakingRule.CHARGES.contains(setting);
    }

    Map<String, String> replay() {
        return fields.sent(REPLAY, ReplayPlan.PARAMETERS);
    }

    /** Of the market. */
    public List<ParameterFields.Setting> getExecution() {
        Execution shown = page.getShown() == null ? Execution.IDEAL : page.getShown().experiment().execution();
        return Execution.PARAMETERS.stream()
                .map(one -> fields.setting(EXECUTION, one, shown.isIdeal() || !shown.has(one) ? one.standardWords() : shown.value(one))).toList();
    }

    Map<String, String> execution() {
        return fields.sent(EXECUTION, Execution.PARAMETERS);
    }

    private ParameterFields.Setting setting(String strategy, Parameter parameter) {
        return fields.setting(strategy, parameter, standing(strategy, parameter));
    }

    /** What the backtest shown was asked with, else the usual. */
    private String standing(String strategy, Parameter parameter) {
        Experiment shown = page.getShown() == null ? null : page.getShown().experiment();
        boolean pair = shown != null && shown.pair() != null && strategy.equals(PAIR);
        boolean making = shown != null && shown.making() != null && strategy.equals(MAKING) && !(shown.replay() != null && isUncharged(parameter.name()));
        if (shown != null && shown.parent() != null && strategy.equals(PARENT)) {
            return shown.parent().value(parameter);
        }
        boolean same = shown != null && shown.configured() != null && shown.configured().builtIn().name().equals(strategy);
        return pair ? shown.pair().rule().value(parameter) : making ? shown.making().value(parameter) : same ? shown.configured().value(parameter) : parameter.standardWords();
    }

    /** Of the strategy that was chosen, as programs write them; null of one that has none. */
    Map<String, String> sent() {
        String chosen = sent.text("strategy");
        if (PAIR.equals(chosen)) {
            return fields.sent(PAIR, PairRule.PARAMETERS);
        }
        if (MAKING.equals(chosen)) {
            Map<String, String> making = fields.sent(MAKING, MakingRule.PARAMETERS);
            if (page.isReplayed()) {
                making.keySet().removeAll(MakingRule.CHARGES);
            }
            return making;
        }
        if (PARENT.equals(chosen)) {
            return fields.sent(PARENT, ParentOrder.PARAMETERS);
        }
        return Arrays.stream(BuiltIn.values()).filter(one -> one != BuiltIn.CROSSOVER && one.name().equals(chosen)).findFirst()
                .map(one -> fields.sent(chosen, one.parameters())).orElse(null);
    }
}
