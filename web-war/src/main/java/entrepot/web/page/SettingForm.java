package entrepot.web.page;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Configured;
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

    @Inject
    private Sent sent;

    @Inject
    private BacktestPage page;

    /** @param field what it is sent as; @param choices empty of a number; @param value what stands in it */
    public record Setting(String name, String field, List<String> choices, String value) {}

    public record Ready(BuiltIn name, List<Setting> settings) {}

    public List<Ready> getReady() {
        return Arrays.stream(BuiltIn.values()).filter(one -> one != BuiltIn.CROSSOVER)
                .map(one -> new Ready(one, one.parameters().stream().map(parameter -> setting(one, parameter)).toList())).toList();
    }

    private Setting setting(BuiltIn builtIn, Parameter parameter) {
        String field = field(builtIn, parameter);
        String typed = sent.text(field);
        return new Setting(parameter.name(), field, parameter.choices(), typed == null ? standing(builtIn, parameter) : typed);
    }

    /** What the backtest shown was asked with, else the usual. */
    private String standing(BuiltIn builtIn, Parameter parameter) {
        Configured shown = page.getShown() == null ? null : page.getShown().experiment().configured();
        String value = shown == null || shown.builtIn() != builtIn ? parameter.standardWords() : shown.value(parameter);
        return parameter.kind() == Parameter.Kind.CHOICE ? value : BacktestPage.number(Double.parseDouble(value));
    }

    /** Of the strategy that was chosen, as programs write them; null of one that has none. */
    Map<String, String> sent() {
        String chosen = sent.text("strategy");
        return Arrays.stream(BuiltIn.values()).filter(one -> one != BuiltIn.CROSSOVER && one.name().equals(chosen)).findFirst().map(this::sent).orElse(null);
    }

    private Map<String, String> sent(BuiltIn builtIn) {
        Map<String, String> settings = new TreeMap<>();
        for (Parameter parameter : builtIn.parameters()) {
            String typed = sent.text(field(builtIn, parameter));
            if (typed != null) {
                boolean word = parameter.kind() == Parameter.Kind.CHOICE;
                settings.put(parameter.name(), word ? typed : sent.number(field(builtIn, parameter)).map(BigDecimal::toPlainString).orElse(typed));
            }
        }
        return settings;
    }

    private static String field(BuiltIn builtIn, Parameter parameter) {
        return builtIn + "." + parameter.name();
    }
}
