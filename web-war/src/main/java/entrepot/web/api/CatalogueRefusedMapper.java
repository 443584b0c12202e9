package entrepot.web.api;

import entrepot.inventory.catalogue.Flaw;
import entrepot.inventory.catalogue.server.CatalogueRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

@Provider
public class CatalogueRefusedMapper implements ExceptionMapper<CatalogueRefused> {

    @Override
    public Response toResponse(CatalogueRefused refused) {
        return ProblemJson.of(new ApiProblem(status(refused.why()), refused.code(), refused.getMessage(), errors(refused.flaws())))
                .response();
    }

    private static int status(CatalogueRefused.Why why) {
        return switch (why) {
            case NOT_FOUND -> 404;
            case INVALID -> 422;
            case CONFLICT -> 409;
            case STALE -> 412;
        };
    }

    private static List<ApiProblem.FieldError> errors(List<Flaw> flaws) {
        return flaws.stream().map(flaw -> new ApiProblem.FieldError("/" + flaw.field(), flaw.code(), flaw.detail())).toList();
    }
}
