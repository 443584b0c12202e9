package entrepot.web.api;

import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** A resource that asks for a body gets one: an empty body and the JSON {@code null} are refused before it. */
@Provider
public class NeedsBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body;
        try {
            body = context.proceed();
        } catch (NoContentException empty) {
            body = null;
        }
        if (body == null) {
            throw ApiProblem.of(400, "body-missing", "the request needs a body");
        }
        return body;
    }
}
