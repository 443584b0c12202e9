package entrepot.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Which paths are open to everybody, and which are the API's. Paths are as the container matched them. */
final class Doors {

    private static final Set<String> OPEN = Set.of("/login", "/login.xhtml", "/health");
    private static final String LOOK = "/jakarta.faces.resource/";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Doors() {}

    static boolean isOpen(HttpServletRequest request) {
        String path = path(request);
        return OPEN.contains(path) || path.startsWith(LOOK);
    }

    static boolean isApi(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    static boolean changes(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
