package entrepot.web.csv;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code /csv/items.csv?…}: the list of a page with the page's filters. Who may read it, the reports behind it say. */
@WebServlet("/csv/*")
public class CsvDownload extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    private transient Instance<CsvList.Source> sources;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CsvList> list = find(request.getPathInfo());
        if (list.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv; charset=UTF-8; header=present");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + list.get().name() + ".csv\"");
        Writer out = response.getWriter();
        CsvSheet sheet = new CsvSheet(out);
        sheet.head(list.get().columns());
        list.get().writer().accept(asked(request), sheet);
        out.flush();
    }

    private Optional<CsvList> find(String path) {
        return sources.stream()
                .flatMap(source -> source.lists().stream())
                .filter(list -> ("/" + list.name() + ".csv").equals(path))
                .findFirst();
    }

    private static Map<String, String> asked(HttpServletRequest request) {
        Map<String, String> asked = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> asked.put(name, values[0]));
        return asked;
    }
}
