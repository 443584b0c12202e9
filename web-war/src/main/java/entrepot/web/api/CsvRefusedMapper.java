package entrepot.web.api;

import entrepot.platform.csv.CsvRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class CsvRefusedMapper implements ExceptionMapper<CsvRefused> {

    @Override
    public Response toResponse(CsvRefused refused) {
        return ProblemJson.of(ApiProblem.of(400, refused.code(), refused.getMessage())).response();
    }
}
