package entrepot.web.security;

import entrepot.web.api.Json;
import entrepot.web.api.ProblemJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How a request is turned away before it reaches a page or a resource: problem JSON for the API, a page for people. */
final class Turned {

    private Turned() {}

    static void away(HttpServletRequest request, HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        away(request, response, ProblemJson.of(status, code, detail, null));
    }

    static void away(HttpServletRequest request, HttpServletResponse response, ProblemJson problem) throws IOException {
        if (!Doors.isApi(request)) {
            request.setAttribute("entrepot.incident", problem.incident());
            response.sendError(problem.status());
            return;
        }
        response.setStatus(problem.status());
        response.setContentType(ProblemJson.TYPE.toString());
        Json.MAPPER.writeValue(response.getOutputStream(), problem);
        response.flushBuffer();
    }

    /** 401 for the API. A browser is not offered Basic, so it shows no log-in window of its own. */
    static void toLogIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Doors.isApi(request)) {
            response.addHeader("WWW-Authenticate", "Bearer realm=\"entrepot\"");
            if (request.getHeader("Sec-Fetch-Mode") == null) {
                response.addHeader("WWW-Authenticate", "Basic realm=\"entrepot\", charset=\"UTF-8\"");
            }
            away(request, response, 401, "not-logged-in", "log in with HTTP Basic or a bearer token");
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login" + target(request));
        response.flushBuffer();
    }

    private static String target(HttpServletRequest request) {
        String path = Doors.path(request);
        if (Doors.changes(request) || path.equals("/")) {
            return "";
        }
        String query = request.getQueryString();
        return "?to=" + URLEncoder.encode(query == null ? path : path + "?" + query, StandardCharsets.UTF_8);
    }
}
