package entrepot.web.api;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import entrepot.trading.indicator.Parameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which indicators there are. */
@Path("indicators")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class IndicatorsResource {

    /** @param standard what it is where nothing is said; {@code least} and {@code most} of a number, {@code choices} of a word */
    record ParameterAnswer(String name, Parameter.Kind kind, String standard, Double least, Double most, List<String> choices) {
        static ParameterAnswer of(Parameter parameter) {
            boolean word = parameter.kind() == Parameter.Kind.CHOICE;
            return new ParameterAnswer(parameter.name(), parameter.kind(), parameter.standardWords(), word ? null : parameter.least(),
                    word ? null : parameter.most(), parameter.choices());
        }
    }

    /** @param sources what {@code source} may replace, @param columns what else it reads of a bar */
    record IndicatorAnswer(String name, String title, Definition.Scale scale, List<String> sources, List<String> columns, List<String> lines,
            List<ParameterAnswer> parameters) {
        static IndicatorAnswer of(Definition definition) {
            return new IndicatorAnswer(definition.name(), definition.title(), definition.scale(), words(definition.sources()),
                    words(definition.columns()), definition.lines(), definition.parameters().stream().map(ParameterAnswer::of).toList());
        }

        private static List<String> words(List<Input> inputs) {
            return inputs.stream().map(Input::word).toList();
        }
    }

    @GET
    public Page<IndicatorAnswer> list() {
        return new Page<>(Catalogue.all(), null).map(IndicatorAnswer::of);
    }
}
