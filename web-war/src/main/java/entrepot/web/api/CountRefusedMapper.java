package entrepot.web.api;

import entrepot.inventory.count.server.CountRefused;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class CountRefusedMapper implements ExceptionMapper<CountRefused> {

    @Override
    public Response toResponse(CountRefused refused) {
        return ProblemJson.of(CountProblems.of(refused, "/lines")).response();
    }
}
