package entrepot.web.api;

import entrepot.trading.market.BarFileRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Why a file of market data could not be read: columns by the name of their parameter, lines by their number. */
@Provider
public class BarFileRefusedMapper implements ExceptionMapper<BarFileRefused> {

    @Override
    public Response toResponse(BarFileRefused refused) {
        return ProblemJson.of(new ApiProblem(422, "unreadable-file", refused.getMessage(), refused.flaws().stream()
                .map(flaw -> new ApiProblem.FieldError(flaw.field().startsWith("line/") ? "/" + flaw.field() : "?" + flaw.field(),
                        flaw.code(), flaw.detail()))
                .toList())).response();
    }
}
