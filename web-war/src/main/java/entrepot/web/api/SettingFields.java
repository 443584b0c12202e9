package entrepot.web.api;

import entrepot.trading.basket.NamedRule;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.broker.Execution;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.MakingRule;
import entrepot.trading.pair.PairRule;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Misfit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the settings of a built-in strategy, a pair, market making, a parent order, a portfolio or a market. */
final class SettingFields {

    private static final int DECIMALS = 9;
    private static final String SETTINGS = "/settings/";

    private SettingFields() {}

    /** @param settings may be null; @return null where something is wrong, which is noted */
    static Configured read(Fields fields, BuiltIn builtIn, Map<String, String> settings) {
        Map<String, Object> values = values(fields, SETTINGS, builtIn.parameters(), settings);
        return values == null ? null : together(fields, SETTINGS, () -> builtIn.with(values));
    }

    /** Of a pair. @return null where something is wrong, which is noted */
    static PairRule pair(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, SETTINGS, PairRule.PARAMETERS, settings);
        return values == null ? null : together(fields, SETTINGS, () -> PairRule.of(values));
    }

    /** Of market making. @return null where something is wrong, which is noted */
    static MakingRule making(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, SETTINGS, MakingRule.PARAMETERS, settings);
        return values == null ? null : together(fields, SETTINGS, () -> MakingRule.of(values));
    }

    /** Of a parent order. @return null where something is wrong, which is noted */
    static ParentOrder parent(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, SETTINGS, ParentOrder.PARAMETERS, settings);
        return values == null ? null : ParentOrder.of(values);
    }

    /** Of a recorded market. @return null where something is wrong, which is noted */
    static ReplayPlan replay(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, "/replay/", ReplayPlan.PARAMETERS, settings);
        return values == null ? null : ReplayPlan.of(values);
    }

    /** Of a market. @return null where something is wrong, which is noted */
    static Execution execution(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, "/execution/", Execution.PARAMETERS, settings);
        return values == null ? null : Execution.of(values);
    }

    /** Of a portfolio. @return null where something is wrong, which is noted */
    static Plan plan(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, SETTINGS, Plan.PARAMETERS, settings);
        return values == null ? null : together(fields, SETTINGS, () -> Plan.of(values));
    }

    /** Of a portfolio. @return null where something is wrong, which is noted */
    static NamedRule rule(Fields fields, RuleKind kind, Map<String, String> settings) {
        Map<String, Object> values = values(fields, "/ruleSettings/", kind.parameters(), settings);
        return values == null ? null : together(fields, "/ruleSettings/", () -> NamedRule.of(kind, values));
    }

    private static Map<String, Object> values(Fields fields, String under, List<Parameter> parameters, Map<String, String> settings) {
        int before = fields.errors().size();
        Map<String, String> given = settings == null ? Map.of() : settings;
        List<String> names = parameters.stream().map(Parameter::name).toList();
        given.keySet().stream().filter(name -> !names.contains(name)).sorted()
                .forEach(name -> fields.refuse(under + name, "unknown-setting", "must be one of " + names));
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            String text = given.get(parameter.name());
            Object value = text == null ? null : value(fields, under + parameter.name(), parameter, text);
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return fields.errors().size() > before ? null : values;
    }

    private static Object value(Fields fields, String pointer, Parameter parameter, String text) {
        Object value = text;
        if (parameter.kind() != Parameter.Kind.CHOICE) {
            BigDecimal number = fields.decimalIfGiven(pointer, text, DECIMALS);
            if (number == null) {
                return null;
            }
            value = number.doubleValue();
        }
        String objection = parameter.objection(value);
        if (objection != null) {
            fields.refuse(pointer, "range", objection + ", is " + text);
        }
        return value;
    }

    private static <T> T together(Fields fields, String under, Supplier<T> made) {
        try {
            return made.get();
        } catch (Misfit misfit) {
            fields.refuse(under + misfit.setting(), "range", misfit.detail());
            return null;
        }
    }
}
