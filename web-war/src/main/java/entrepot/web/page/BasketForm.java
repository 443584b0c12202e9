package entrepot.web.page;

import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.indicator.Parameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The settings on the form of a portfolio backtest: of each rule, and of how the money is shared out. */
@Named
@RequestScoped
public class BasketForm {

    private static final String PLAN = "plan";

    @Inject
    private Sent sent;

    @Inject
    private ParameterFields fields;

    @Inject
    private BasketPage page;

    public record Ready(RuleKind name, List<ParameterFields.Setting> settings) {}

    public List<Ready> getRules() {
        return Arrays.stream(RuleKind.values())
                .map(kind -> new Ready(kind, kind.parameters().stream().map(parameter -> setting(kind.name(), parameter)).toList())).toList();
    }

    public List<ParameterFields.Setting> getPlan() {
        return Plan.PARAMETERS.stream().map(parameter -> setting(PLAN, parameter)).toList();
    }

    private ParameterFields.Setting setting(String of, Parameter parameter) {
        return fields.setting(of, parameter, standing(of, parameter));
    }

    /** What the backtest shown was asked with, else the usual. */
    private String standing(String of, Parameter parameter) {
        BasketExperiment shown = page.getShown() == null ? null : page.getShown().experiment();
        boolean same = shown != null && shown.rule().kind().name().equals(of);
        return shown != null && of.equals(PLAN) ? shown.plan().value(parameter) : same ? shown.rule().values().get(parameter.name())
                : parameter.standardWords();
    }

    /** Of the plan, as programs write them. */
    Map<String, String> plan() {
        return fields.sent(PLAN, Plan.PARAMETERS);
    }

    /** Of the rule that was chosen; null where there is none such. */
    Map<String, String> rule() {
        RuleKind kind = Asked.oneOf(sent.text("strategy"), RuleKind.class);
        return kind == null ? null : fields.sent(kind.name(), kind.parameters());
    }
}
