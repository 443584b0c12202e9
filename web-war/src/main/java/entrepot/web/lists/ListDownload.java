package entrepot.web.lists;

import entrepot.web.api.WholeFile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
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
    private static final String CSV = "text/csv; charset=UTF-8; header=present";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        WholeFile file = WholeFile.written(out -> write(list.get(), asked(request), format, out));
        response.setHeader("Content-Disposition", "attachment; filename=\"" + list.get().name() + "." + format + "\"");
        response.setContentType(format.equals("csv") ? CSV : XLSX);
        file.write(response.getOutputStream());
    }

    private static void write(ListFile list, Map<String, String> asked, String format, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Sheet sheet = format.equals("csv") ? new CsvSheet(text) : new XlsxSheet(out, list.name());
        sheet.head(list.columns());
        list.writer().accept(asked, sheet);
        sheet.end();
        text.flush();
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
