package entrepot.web.api;

import entrepot.inventory.promise.server.ReservationRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class ReservationRefusedMapper implements ExceptionMapper<ReservationRefused> {

    @Override
    public Response toResponse(ReservationRefused refused) {
        return ProblemJson.of(problem(refused)).response();
    }

    public static ApiProblem problem(ReservationRefused refused) {
        return new ApiProblem(DocumentProblems.status(refused), refused.code(), refused.getMessage(), refused.refusals().stream()
                .filter(refusal -> refusal.line() >= 0 || refusal.code().equals("unknown-customer"))
                .map(Refusals::field)
                .toList());
    }
}
