package entrepot.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.stream.Collectors;

/** A body that is not JSON, or not the JSON that is asked for: where, and what was expected. */
@Provider
public class BadJsonMapper implements ExceptionMapper<JsonProcessingException> {

    @Override
    public Response toResponse(JsonProcessingException broken) {
        return ProblemJson.of(problem(broken)).response();
    }

    /** Never the parser's own words where they name a class. */
    public static ApiProblem problem(JsonProcessingException broken) {
        if (broken.getCause() instanceof BodyTooLarge large) {
            return large.problem();
        }
        if (broken instanceof UnrecognizedPropertyException unknown) {
            return named("unknown-field", unknown, "no field '" + unknown.getPropertyName() + "' here; known are "
                    + unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", ")));
        }
        if (broken instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            return named("wrong-type", wrong, "this field holds another kind of value than is asked for");
        }
        String where = broken.getLocation() == null
                ? ""
                : " at line " + broken.getLocation().getLineNr() + ", column " + broken.getLocation().getColumnNr();
        return ApiProblem.of(400, "malformed-json", "the body is not well-formed JSON" + where);
    }

    private static ApiProblem named(String code, JsonMappingException wrong, String detail) {
        String pointer = pointer(wrong);
        return new ApiProblem(400, code, pointer + ": " + detail, List.of(new ApiProblem.FieldError(pointer, code, detail)));
    }

    private static String pointer(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getFieldName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
