package entrepot.web.api;

import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityLog;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The edge of the API: what no other mapper knows. What the framework refuses is told as problem JSON, a refused access
 * goes into the security log, and whatever is left is a fault of the server.
 */
@Provider
public class EveryFaultMapper implements ExceptionMapper<Throwable> {

    private static final Pattern BAD_QUERY = Pattern.compile("QueryParam\\(\"?(\\w+)\"?\\)");

    @Inject
    private SecurityLog log;

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable fault) {
        if (fault instanceof EJBAccessException || fault instanceof ForbiddenException) {
            log.note(SecurityEvent.ACCESS_REFUSED, request.getRemoteUser(), request.getRemoteAddr(), what());
            return answer(ApiProblem.of(403, "forbidden", "your account may not do this"));
        }
        if (fault instanceof BodyTooLarge large) {
            return answer(large.problem());
        }
        if (fault instanceof NotFoundException && fault.getMessage() != null) {
            Matcher query = BAD_QUERY.matcher(fault.getMessage());
            return answer(query.find() ? badQuery(query.group(1)) : ApiProblem.of(404, "not-found", "nothing is here"));
        }
        if (fault instanceof WebApplicationException refused && refused.getResponse().getStatus() < 500) {
            return refused(refused.getResponse());
        }
        return fault(ServerFault.of(fault, what()));
    }

    private static ApiProblem badQuery(String name) {
        var error = new ApiProblem.FieldError("?" + name, "wrong-type", "holds another kind of value than is asked for");
        return new ApiProblem(400, "invalid-parameter", "?" + name + " " + error.detail(), List.of(error));
    }

    private static Response refused(Response response) {
        int status = response.getStatus();
        ApiProblem problem = switch (status) {
            case 405 -> ApiProblem.of(status, "method-not-allowed", "this method is not taken here");
            case 406 -> ApiProblem.of(status, "not-acceptable", "this is not to be had in a form that you accept");
            case 415 -> ApiProblem.of(status, "unsupported-media-type", "the body must come with the Content-Type asked for here");
            case 400 -> ApiProblem.of(status, "malformed-request", "the request cannot be read");
            default -> ApiProblem.of(status, "refused", "the request cannot be done");
        };
        Response.ResponseBuilder answer = Response.fromResponse(answer(problem));
        if (response.getHeaderString("Allow") != null) {
            answer.header("Allow", response.getHeaderString("Allow"));
        }
        return answer.build();
    }

    private static Response fault(ServerFault fault) {
        Response.ResponseBuilder answer = Response.fromResponse(fault.problem().response());
        fault.retryAfter().ifPresent(seconds -> answer.header("Retry-After", seconds));
        return answer.build();
    }

    private static Response answer(ApiProblem problem) {
        return ProblemJson.of(problem).response();
    }

    private String what() {
        return request.getMethod() + " " + request.getRequestURI();
    }
}
