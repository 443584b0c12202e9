package entrepot.web.security;

import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityLog;
import entrepot.web.api.BodyTooLarge;
import entrepot.web.api.ServerFault;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The outer edge of the portal: what broke inside is logged once, and people see a page with its number. */
public class Boundary extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityLog log;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException fault) {
            answer(request, response, fault);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception fault)
            throws IOException, ServletException {
        if (has(fault, EJBAccessException.class)) {
            log.note(SecurityEvent.ACCESS_REFUSED, request.getRemoteUser(), request.getRemoteAddr(), Doors.path(request));
            Turned.away(request, response, 403, "forbidden", "your account may not do this");
        } else if (has(fault, ViewExpiredException.class) && !response.isCommitted()) {
            response.resetBuffer();
            request.getRequestDispatcher("/expired.xhtml").forward(request, response);
        } else if (has(fault, BodyTooLarge.class)) {
            Turned.away(request, response, 413, BodyTooLarge.CODE, BodyTooLarge.DETAIL);
        } else {
            ServerFault incident = ServerFault.of(fault, request.getMethod() + " " + Doors.path(request));
            if (!response.isCommitted()) {
                incident.retryAfter().ifPresent(seconds -> response.setHeader("Retry-After", seconds));
                Turned.away(request, response, incident.problem());
            }
        }
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> kind) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
