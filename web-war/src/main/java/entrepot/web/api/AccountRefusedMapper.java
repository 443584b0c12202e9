package entrepot.web.api;

import entrepot.platform.account.AccountRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

@Provider
public class AccountRefusedMapper implements ExceptionMapper<AccountRefused> {

    @Override
    public Response toResponse(AccountRefused refused) {
        return ProblemJson.of(switch (refused.why()) {
            case UNKNOWN -> ApiProblem.of(404, "not-found", refused.getMessage());
            case CONFLICT -> ApiProblem.of(409, "conflict", refused.getMessage());
            case INVALID -> ApiProblem.fields(List.of(
                    new ApiProblem.FieldError("/" + refused.field(), "invalid", refused.getMessage())));
        }).response();
    }
}
