package entrepot.web.api;

import entrepot.inventory.retail.server.ImportRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** What an import cannot do as it stands. */
@Provider
public class ImportRefusedMapper implements ExceptionMapper<ImportRefused> {

    private static final int CONFLICT = 409;
    private static final Map<String, Integer> OTHERS =
            Map.of("not-found", 404, "file-name", 422, "other-currency", 422, "idempotency-clash", 422, "no-room", 507);

    @Override
    public Response toResponse(ImportRefused refused) {
        int status = OTHERS.getOrDefault(refused.code(), CONFLICT);
        return ProblemJson.of(ApiProblem.of(status, refused.code(), refused.getMessage())).response();
    }
}
