package entrepot.web.page;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.pair.PairRule;
import entrepot.trading.strategy.BuiltIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The built-in strategies on the form of a backtest, each with its settings; the crossover has fields of its own. */
@Named
@RequestScoped
public class SettingForm {

    private static final String PAIR = "PAIR";

    @Inject
    private Sent sent;

    @Inject
    private BacktestPage page;

    /** @param field what it is sent as; @param choices empty of a number; @param value what stands in it */
    public record Setting(String name, String field, List<String> choices, String value) {}

    public record Ready(BuiltIn name, List<Setting> settings) {}

    public List<Ready> getReady() {
        return Arrays.stream(BuiltIn.values()).filter(one -> one != BuiltIn.CROSSOVER)
                .map(one -> new Ready(one, one.parameters().stream().map(parameter -> setting(one.name(), parameter)).toList())).toList();
    }

    /** Of a pair. */
    public List<Setting> getPair() {
        return PairRule.PARAMETERS.stream().map(parameter -> setting(PAIR, parameter)).toList();
    }

    private Setting setting(String strategy, Parameter parameter) {
        String field = field(strategy, parameter);
        String typed = sent.text(field);
        return new Setting(parameter.name(), field, parameter.choices(), typed == null ? standing(strategy, parameter) : typed);
    }

    /** What the backtest shown was asked with, else the usual. */
    private String standing(String strategy, Parameter parameter) {
        Experiment shown = page.getShown() == null ? null : page.getShown().experiment();
        boolean pair = shown != null && shown.pair() != null && strategy.equals(PAIR);
        boolean same = shown != null && shown.configured() != null && shown.configured().builtIn().name().equals(strategy);
        String value = pair ? shown.pair().rule().value(parameter) : same ? shown.configured().value(parameter) : parameter.standardWords();
        return parameter.kind() == Parameter.Kind.CHOICE ? value : BacktestPage.number(Double.parseDouble(value));
    }

    /** Of the strategy that was chosen, as programs write them; null of one that has none. */
    Map<String, String> sent() {
        String chosen = sent.text("strategy");
        if (PAIR.equals(chosen)) {
            return sent(PAIR, PairRule.PARAMETERS);
        }
        return Arrays.stream(BuiltIn.values()).filter(one -> one != BuiltIn.CROSSOVER && one.name().equals(chosen)).findFirst()
                .map(one -> sent(chosen, one.parameters())).orElse(null);
    }

    private Map<String, String> sent(String strategy, List<Parameter> parameters) {
        Map<String, String> settings = new TreeMap<>();
        for (Parameter parameter : parameters) {
            String typed = sent.text(field(strategy, parameter));
            if (typed != null) {
                boolean word = parameter.kind() == Parameter.Kind.CHOICE;
                settings.put(parameter.name(), word ? typed : sent.number(field(strategy, parameter)).map(BigDecimal::toPlainString).orElse(typed));
            }
        }
        return settings;
    }

    private static String field(String strategy, Parameter parameter) {
        return strategy + "." + parameter.name();
    }
}
