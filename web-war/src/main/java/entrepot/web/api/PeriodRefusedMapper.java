package entrepot.web.api;

import entrepot.inventory.closing.server.PeriodRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

@Provider
public class PeriodRefusedMapper implements ExceptionMapper<PeriodRefused> {

    @Override
    public Response toResponse(PeriodRefused refused) {
        ApiProblem problem = refused.code().equals("reason-missing")
                ? ApiProblem.fields(List.of(new ApiProblem.FieldError("/reason", refused.code(), refused.getMessage())))
                : ApiProblem.of(409, refused.code(), refused.getMessage());
        return ProblemJson.of(problem).response();
    }
}
