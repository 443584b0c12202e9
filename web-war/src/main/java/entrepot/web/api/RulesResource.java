package entrepot.web.api;

import entrepot.trading.expression.Completion;
import entrepot.trading.expression.Problem;
import entrepot.trading.expression.Rule;
import entrepot.trading.expression.Type;
import entrepot.trading.expression.Variables;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Reads a rule while it is being written. Nothing is kept. */
@Path("rules")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class RulesResource {

    /** What a rule must be. */
    enum Wanted { CONDITION, NUMBER }

    /**
     * @param type              absent where the rule is wrong
     * @param warmUpBars        bars before all of it is defined; absent likewise
     * @param parameterProblems what is wrong with the parameters
     */
    record Checked(Type type, Integer warmUpBars, List<Problem> problems, List<Problem> parameterProblems) {}

    /**
     * @param rule       as {@code crossover(sma(fast), sma(slow))}
     * @param parameters as {@code fast = 40 from 5 to 200, slow = 100}
     * @param wanted     CONDITION where absent, or NUMBER
     */
    @GET
    @Path("check")
    public Checked check(@QueryParam("rule") String rule, @QueryParam("parameters") String parameters, @QueryParam("wanted") String wanted) {
        Fields fields = new Fields();
        fields.required("?rule", rule);
        Wanted kind = fields.oneOfIfGiven("?wanted", wanted, Wanted.class, Wanted.CONDITION);
        fields.check();
        Variables.Read read = Variables.read(parameters == null ? "" : parameters);
        Rule found = kind == Wanted.NUMBER ? Rule.number(rule, read.variables()) : Rule.condition(rule, read.variables());
        return new Checked(found.type(), found.type() == null ? null : found.warmUp(), found.problems(), read.problems());
    }

    /** @param caret characters before the place at which something is written, all of them where absent */
    @GET
    @Path("completion")
    public Completion completion(@QueryParam("rule") String rule, @QueryParam("caret") Integer caret,
            @QueryParam("parameters") String parameters) {
        Fields fields = new Fields();
        fields.required("?rule", rule);
        if (rule != null && caret != null && (caret < 0 || caret > rule.length())) {
            fields.refuse("?caret", "range", "must be 0 to " + rule.length() + ", is " + caret);
        }
        fields.check();
        return Completion.at(rule, caret == null ? rule.length() : caret, Variables.read(parameters == null ? "" : parameters).variables());
    }
}
