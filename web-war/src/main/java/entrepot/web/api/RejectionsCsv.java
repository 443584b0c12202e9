package entrepot.web.api;

import entrepot.inventory.retail.server.ImportDesk;
import entrepot.inventory.retail.server.Rejection;
import entrepot.platform.csv.CsvCell;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The rejected rows of an import as CSV, read in parts; no cell can be run as a formula. */
final class RejectionsCsv {

    private static final int PART = 5000;

    private RejectionsCsv() {}

    static void write(ImportDesk desk, UUID batch, OutputStream out) throws IOException {
        out.write("file,line,fate,reason,row\r\n".getBytes(StandardCharsets.UTF_8));
        List<Rejection> part = desk.rejections(batch, -1, 0, PART);
        while (!part.isEmpty()) {
            StringBuilder text = new StringBuilder();
            part.forEach(rejection -> line(text, rejection));
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            Rejection last = part.get(part.size() - 1);
            part = part.size() < PART ? List.of() : desk.rejections(batch, last.fileNo(), last.lineNo(), PART);
        }
    }

    private static void line(StringBuilder text, Rejection rejection) {
        text.append(cell(rejection.fileName())).append(',').append(rejection.lineNo()).append(',')
                .append(rejection.fate()).append(',').append(cell(rejection.reason())).append(',')
                .append(cell(rejection.rowText())).append("\r\n");
    }

    private static String cell(String value) {
        return '"' + CsvCell.guarded(value).replace("\"", "\"\"") + '"';
    }
}
