package entrepot.web.api;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.pair.PairRule;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Configured;
import entrepot.trading.strategy.Misfit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the settings of a built-in strategy. */
final class SettingFields {

    private static final int DECIMALS = 9;

    private SettingFields() {}

    /** @param settings may be null; @return null where something is wrong, which is noted */
    static Configured read(Fields fields, BuiltIn builtIn, Map<String, String> settings) {
        Map<String, Object> values = values(fields, builtIn.parameters(), settings);
        return values == null ? null : together(fields, () -> builtIn.with(values));
    }

    /** Of a pair. @return null where something is wrong, which is noted */
    static PairRule pair(Fields fields, Map<String, String> settings) {
        Map<String, Object> values = values(fields, PairRule.PARAMETERS, settings);
        return values == null ? null : together(fields, () -> PairRule.of(values));
    }

    private static Map<String, Object> values(Fields fields, List<Parameter> parameters, Map<String, String> settings) {
        int before = fields.errors().size();
        Map<String, String> given = settings == null ? Map.of() : settings;
        List<String> names = parameters.stream().map(Parameter::name).toList();
        given.keySet().stream().filter(name -> !names.contains(name)).sorted()
                .forEach(name -> fields.refuse(pointer(name), "unknown-setting", "must be one of " + names));
        Map<String, Object> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            String text = given.get(parameter.name());
            Object value = text == null ? null : value(fields, parameter, text);
            if (value != null) {
                values.put(parameter.name(), value);
            }
        }
        return fields.errors().size() > before ? null : values;
    }

    private static Object value(Fields fields, Parameter parameter, String text) {
        Object value = text;
        if (parameter.kind() != Parameter.Kind.CHOICE) {
            BigDecimal number = fields.decimalIfGiven(pointer(parameter.name()), text, DECIMALS);
            if (number == null) {
                return null;
            }
            value = number.doubleValue();
        }
        String objection = parameter.objection(value);
        if (objection != null) {
            fields.refuse(pointer(parameter.name()), "range", objection + ", is " + text);
        }
        return value;
    }

    private static <T> T together(Fields fields, Supplier<T> made) {
        try {
            return made.get();
        } catch (Misfit misfit) {
            fields.refuse(pointer(misfit.setting()), "range", misfit.detail());
            return null;
        }
    }

    private static String pointer(String name) {
        return "/settings/" + name;
    }
}
