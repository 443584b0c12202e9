package entrepot.web.security;

import entrepot.platform.sql.Database;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jdbi.v3.core.JdbiException;

/** Whether this server can work: 200 where the database answers, else 503. It says nothing more, as it is open to all. */
@WebServlet("/health")
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Database database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean up = isUp();
        response.setStatus(up ? 200 : 503);
        response.setContentType("application/json");
        response.getOutputStream().print(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }

    private boolean isUp() {
        try {
            return database.jdbi().withHandle(handle -> handle.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
        } catch (JdbiException away) {
            return false;
        }
    }
}
