package entrepot.web.security;

import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityLog;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a request that changes something pass only if no other site sent it. What browsers say about the origin must be
 * ours, and a request that lives on the session must bring the session's token, as header {@code X-CSRF-Token} or as
 * field {@code csrf}. Programs with their own credentials need no token.
 */
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> OUR_SITE = Set.of("same-origin", "none");

    @Inject
    private transient SecurityLog log;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> fault = Doors.changes(request) ? fault(request) : Optional.empty();
        if (fault.isPresent()) {
            log.note(SecurityEvent.REQUEST_REFUSED, account(request), request.getRemoteAddr(),
                    fault.get() + ": " + request.getMethod() + " " + Doors.path(request));
            Turned.away(request, response, 403, "cross-site", fault.get());
            return;
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> fault(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        if (site != null && !OUR_SITE.contains(site) || origin != null && !isOurs(origin, request.getHeader("Host"))) {
            return Optional.of("the request comes from another site");
        }
        boolean ownCredentials = Doors.isApi(request) && request.getHeader("Authorization") != null;
        if (Doors.isOpen(request) || ownCredentials || hasToken(request)) {
            return Optional.empty();
        }
        return Optional.of("the token of the session is missing or wrong");
    }

    private static boolean isOurs(String origin, String host) {
        try {
            URI uri = URI.create(origin);
            return "https".equals(uri.getScheme()) && uri.getAuthority() != null && uri.getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    private static boolean hasToken(HttpServletRequest request) {
        String header = request.getHeader("X-CSRF-Token");
        String given = header == null && !Doors.isApi(request) ? request.getParameter("csrf") : header;
        return given != null && OpenSession.of(request).filter(session -> same(session.token(), given)).isPresent();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String account(HttpServletRequest request) {
        return request.getRemoteUser() == null ? "?" : request.getRemoteUser();
    }
}
