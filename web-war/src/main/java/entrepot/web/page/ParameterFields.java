package entrepot.web.page;

import entrepot.trading.indicator.Parameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fields of a form for the parameters of something, named {@code OF.parameter}. */
@RequestScoped
public class ParameterFields {

    @Inject
    private Sent sent;

    /** @param field what it is sent as; @param choices empty of a number; @param value what stands in it */
    public record Setting(String name, String field, List<String> choices, String value) {}

    /** With what was typed, else what stands there. @param standing as programs write it */
    Setting setting(String of, Parameter parameter, String standing) {
        String field = field(of, parameter);
        String typed = sent.text(field);
        return new Setting(parameter.name(), field, parameter.choices(), typed != null ? typed
                : isWord(parameter) ? standing : BacktestPage.number(Double.parseDouble(standing)));
    }

    /** What was sent, as programs write it. */
    Map<String, String> sent(String of, List<Parameter> parameters) {
        Map<String, String> settings = new TreeMap<>();
        for (Parameter parameter : parameters) {
            String field = field(of, parameter);
            if (sent.text(field) != null) {
                settings.put(parameter.name(), isWord(parameter) ? sent.text(field) : sent.plain(field));
            }
        }
        return settings;
    }

    private static boolean isWord(Parameter parameter) {
        return parameter.kind() == Parameter.Kind.CHOICE;
    }

    static String field(String of, Parameter parameter) {
        return of + "." + parameter.name();
    }
}
