package entrepot.web.security;

import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityLog;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends the session; its id is worth nothing afterwards. */
@WebServlet("/logout")
public class LogOutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityLog log;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        log.note(SecurityEvent.LOGGED_OUT, request.getRemoteUser(), request.getRemoteAddr(), "form");
        OpenSession.end(request);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/login");
    }
}
