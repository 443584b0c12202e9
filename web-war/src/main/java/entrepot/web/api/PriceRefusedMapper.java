package entrepot.web.api;

import entrepot.trading.pricing.server.PriceRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Why prices were not changed, as the client is told. */
@Provider
public class PriceRefusedMapper implements ExceptionMapper<PriceRefused> {

    @Override
    public Response toResponse(PriceRefused refused) {
        return ProblemJson.of(problem(refused)).response();
    }

    private static ApiProblem problem(PriceRefused refused) {
        List<ApiProblem.FieldError> errors = refused.faults().stream()
                .map(fault -> new ApiProblem.FieldError(fault.pointer(), fault.code(), fault.detail()))
                .toList();
        String first = errors.get(0).code();
        return switch (refused.kind()) {
            case MISSING -> ApiProblem.of(404, "not-found", refused.getMessage());
            case INVALID -> ApiProblem.fields(errors);
            case CONFLICT -> new ApiProblem(409, errors.size() == 1 ? first : "price-conflict", refused.getMessage(), errors);
            case STALE -> ApiProblem.of(412, "stale", refused.getMessage());
            case CLASH -> ApiProblem.of(422, "idempotency-clash", refused.getMessage());
            case FORBIDDEN -> new ApiProblem(403, "outside-guard-rails",
                    "outside the guard rails, which takes an admin: " + refused.getMessage(), errors);
        };
    }
}
