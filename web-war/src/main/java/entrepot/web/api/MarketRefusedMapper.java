package entrepot.web.api;

import entrepot.trading.market.server.MarketRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Why market data was not changed, as the client is told. */
@Provider
public class MarketRefusedMapper implements ExceptionMapper<MarketRefused> {

    @Override
    public Response toResponse(MarketRefused refused) {
        return ProblemJson.of(problem(refused)).response();
    }

    private static ApiProblem problem(MarketRefused refused) {
        List<ApiProblem.FieldError> errors = refused.faults().stream()
                .map(fault -> new ApiProblem.FieldError(fault.pointer(), fault.code(), fault.detail()))
                .toList();
        return switch (refused.kind()) {
            case MISSING -> ApiProblem.of(404, "not-found", refused.getMessage());
            case INVALID -> ApiProblem.fields(errors);
            case CONFLICT -> new ApiProblem(409, errors.size() == 1 ? errors.get(0).code() : "conflict", refused.getMessage(), errors);
            case STALE -> ApiProblem.of(412, "stale", refused.getMessage());
        };
    }
}
