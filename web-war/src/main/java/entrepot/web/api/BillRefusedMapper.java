package entrepot.web.api;

import entrepot.inventory.assembly.server.BillRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class BillRefusedMapper implements ExceptionMapper<BillRefused> {

    @Override
    public Response toResponse(BillRefused refused) {
        return ProblemJson.of(problem(refused)).response();
    }

    public static ApiProblem problem(BillRefused refused) {
        return new ApiProblem(DocumentProblems.status(refused), refused.code(), refused.getMessage(),
                refused.refusals().stream().filter(refusal -> refusal.line() >= 0).map(Refusals::field).toList());
    }
}
