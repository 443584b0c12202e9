package entrepot.web.lists;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code /csv/items.csv?…} and {@code /xlsx/items.xlsx?…}: the list of a page with the page's filters. Who may read it,
 * the reports behind it say.
 */
@WebServlet({"/csv/*", "/xlsx/*"})
public class ListDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    private transient Instance<ListFile.Source> sources;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String format = request.getServletPath().substring(1);
        Optional<ListFile> list = find(request.getPathInfo(), "." + format);
        if (list.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Disposition", "attachment; filename=\"" + list.get().name() + "." + format + "\"");
        Sheet sheet = format.equals("csv") ? csv(response) : xlsx(response, list.get().name());
        sheet.head(list.get().columns());
        list.get().writer().accept(asked(request), sheet);
        sheet.end();
    }

    private static Sheet csv(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv; charset=UTF-8; header=present");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return new CsvSheet(response.getWriter());
    }

    private static Sheet xlsx(HttpServletResponse response, String name) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        return new XlsxSheet(response.getOutputStream(), name);
    }

    private Optional<ListFile> find(String path, String ending) {
        return sources.stream()
                .flatMap(source -> source.lists().stream())
                .filter(list -> ("/" + list.name() + ending).equals(path))
                .findFirst();
    }

    private static Map<String, String> asked(HttpServletRequest request) {
        Map<String, String> asked = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> asked.put(name, values[0]));
        return asked;
    }
}
