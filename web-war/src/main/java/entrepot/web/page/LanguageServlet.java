package entrepot.web.page;

import entrepot.platform.account.OwnAccount;
import entrepot.web.language.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps the language that somebody chose with the account. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient OwnAccount own;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = request.getParameter("language");
        if (Language.isSpoken(language)) {
            own.speak(language);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
