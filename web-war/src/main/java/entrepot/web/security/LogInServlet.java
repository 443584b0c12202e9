package entrepot.web.security;

import entrepot.platform.account.LogIn;
import entrepot.platform.account.SecurityEvent;
import entrepot.platform.account.SecurityLog;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** The log-in of the portal. The page is {@code login.xhtml}; it keeps no state, so no session begins before a log-in. */
@WebServlet("/login")
public class LogInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LogIn logIn;

    @Inject
    private transient SecurityLog log;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.getRequestDispatcher("/login.xhtml").forward(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        LogIn.Answer answer = logIn.byPassword(field(request, "name"), field(request, "password"), request.getRemoteAddr());
        if (!answer.letIn()) {
            response.setStatus(answer.lockedUntil() == null ? 401 : 429);
            request.setAttribute("refused", answer.lockedUntil() == null ? "login.wrong" : "login.locked");
            doGet(request, response);
            return;
        }
        OpenSession.begin(request, answer.caller(), clock.instant());
        log.note(SecurityEvent.LOGGED_IN, answer.caller().name(), request.getRemoteAddr(), "form");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", target(request.getParameter("to")));
    }

    private static String field(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** Only a path of ours: what a browser could read as another host leads to the first page. */
    static String target(String to) {
        return to != null && to.matches("/[\\w.~!$&'()*+,;=:@%?-][\\w.~!$&'()*+,;=:@%?/-]*") ? to : "/";
    }
}
