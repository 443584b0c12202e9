package entrepot.web.security;

import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityLog;
import entrepot.web.page.Places;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Nobody opens a page by its address that the navigation would not show him. */
public class PageDoor extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityLog log;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Doors.path(request);
        Optional<List<String>> roles = Places.mayOpen(Places.name(path));
        if (Doors.isOpen(request) || roles.isPresent() && roles.get().stream().anyMatch(request::isUserInRole)) {
            chain.doFilter(request, response);
        } else if (roles.isEmpty()) {
            Turned.away(request, response, HttpServletResponse.SC_NOT_FOUND, "not-found", "nothing is here");
        } else {
            log.note(SecurityEvent.ACCESS_REFUSED, request.getRemoteUser(), request.getRemoteAddr(), path);
            Turned.away(request, response, HttpServletResponse.SC_FORBIDDEN, "forbidden", "your account may not do this");
        }
    }
}
