package entrepot.web.api;

import entrepot.inventory.consign.server.ConsignmentRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class ConsignmentRefusedMapper implements ExceptionMapper<ConsignmentRefused> {

    @Override
    public Response toResponse(ConsignmentRefused refused) {
        return ProblemJson.of(problem(refused)).response();
    }

    public static ApiProblem problem(ConsignmentRefused refused) {
        return new ApiProblem(DocumentProblems.status(refused), refused.code(), refused.getMessage(),
                refused.refusals().stream().map(Refusals::field).toList());
    }
}
