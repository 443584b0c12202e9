package entrepot.web.page;

import entrepot.platform.view.SavedViews;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps the filters of a list under a name or forgets them, and goes back to the list. */
@WebServlet("/views")
public class ViewsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** What {@link Query} makes, and nothing that leads elsewhere. */
    private static final String QUERY = "[\\w.~%+=&*-]{0," + SavedViews.LONGEST_QUERY + "}";

    @Inject
    private transient SavedViews views;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = request.getParameter("page");
        String query = request.getParameter("query");
        String name = Asked.text(request.getParameter("name"));
        if (page == null || !page.matches("[a-z]{1,32}") || query == null || !query.matches(QUERY)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        if (name == null || name.length() > SavedViews.LONGEST_NAME) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (done(request.getParameter("act"), page, name, query)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/" + page + ".xhtml?" + query);
        } else {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        }
    }

    private boolean done(String act, String page, String name, String query) {
        if ("forget".equals(act)) {
            views.forget(page, name);
            return true;
        }
        return views.save(page, name, query);
    }
}
