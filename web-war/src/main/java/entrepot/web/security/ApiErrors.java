package entrepot.web.security;

import entrepot.web.api.Json;
import entrepot.web.api.ProblemJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the container itself refuses is told to people as a page, and under {@code /api/} as problem JSON. */
public class ApiErrors extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path == null || !path.toString().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        int status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        response.setContentType(ProblemJson.TYPE.toString());
        Json.MAPPER.writeValue(response.getOutputStream(), problem(status, (String) request.getAttribute("entrepot.incident")));
    }

    private static ProblemJson problem(int status, String incident) {
        return switch (status) {
            case 403 -> ProblemJson.of(status, "forbidden", "your account may not do this", incident);
            case 404 -> ProblemJson.of(status, "not-found", "nothing is here", incident);
            case 405 -> ProblemJson.of(status, "method-not-allowed", "this method is not taken here", incident);
            default -> ProblemJson.of(status, status < 500 ? "malformed-request" : "server-fault", "the request cannot be done", incident);
        };
    }
}
