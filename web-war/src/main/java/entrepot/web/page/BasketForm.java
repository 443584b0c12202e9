package entrepot.web.page;

import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.indicator.Parameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings on the form of a portfolio backtest: of each rule, and of how the money is shared out. */
@Named
@RequestScoped
public class BasketForm {

    private static final String PLAN = "plan";

    @Inject
    private Sent sent;

    @Inject
    private BasketPage page;

    public record Ready(RuleKind name, List<SettingForm.Setting> settings) {}

    public List<Ready> getRules() {
        return Arrays.stream(RuleKind.values())
                .map(kind -> new Ready(kind, kind.parameters().stream().map(parameter -> setting(kind.name(), parameter)).toList())).toList();
    }

    public List<SettingForm.Setting> getPlan() {
        return Plan.PARAMETERS.stream().map(parameter -> setting(PLAN, parameter)).toList();
    }

    private SettingForm.Setting setting(String of, Parameter parameter) {
        String field = of + "." + parameter.name();
        String typed = sent.text(field);
        return new SettingForm.Setting(parameter.name(), field, parameter.choices(), typed == null ? standing(of, parameter) : typed);
    }

    /** What the backtest shown was asked with, else the usual. */
    private String standing(String of, Parameter parameter) {
        BasketExperiment shown = page.getShown() == null ? null : page.getShown().experiment();
        boolean same = shown != null && shown.rule().kind().name().equals(of);
        String value = shown != null && of.equals(PLAN) ? shown.plan().value(parameter) : same ? shown.rule().values().get(parameter.name())
                : parameter.standardWords();
        return parameter.kind() == Parameter.Kind.CHOICE ? value : BacktestPage.number(Double.parseDouble(value));
    }

    /** Of the plan, as programs write them. */
    Map<String, String> plan() {
        return sent(PLAN, Plan.PARAMETERS);
    }

    /** Of the rule that was chosen; null where there is none such. */
    Map<String, String> rule() {
        RuleKind kind = Asked.oneOf(sent.text("strategy"), RuleKind.class);
        return kind == null ? null : sent(kind.name(), kind.parameters());
    }

    private Map<String, String> sent(String of, List<Parameter> parameters) {
        Map<String, String> settings = new TreeMap<>();
        for (Parameter parameter : parameters) {
            String field = of + "." + parameter.name();
            String typed = sent.text(field);
            if (typed != null) {
                boolean word = parameter.kind() == Parameter.Kind.CHOICE;
                settings.put(parameter.name(), word ? typed : sent.number(field).map(BigDecimal::toPlainString).orElse(typed));
            }
        }
        return settings;
    }
}
