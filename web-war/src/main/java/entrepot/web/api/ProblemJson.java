package entrepot.web.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * A problem as RFC 9457 writes it, with the code beside the type, and all errors.
 *
 * @param incident what to tell the people who run the server, where it was their fault
 */
public record ProblemJson(
        String type, String title, int status, String code, String detail, String incident, List<ApiProblem.FieldError> errors) {

    public static final MediaType TYPE = new MediaType("application", "problem+json");

    static ProblemJson of(ApiProblem problem) {
        return new ProblemJson("urn:entrepot:problem:" + problem.code(), title(problem.status()), problem.status(),
                problem.code(), problem.getMessage(), null, problem.errors().isEmpty() ? null : problem.errors());
    }

    public static ProblemJson of(int status, String code, String detail, String incident) {
        return new ProblemJson("urn:entrepot:problem:" + code, title(status), status, code, detail, incident, null);
    }

    Response response() {
        return Response.status(status).type(TYPE).entity(this).build();
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? status == 422 ? "Unprocessable Content" : "Error" : known.getReasonPhrase();
    }
}
