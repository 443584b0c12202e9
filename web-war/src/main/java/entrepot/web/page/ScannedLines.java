package entrepot.web.page;

import entrepot.inventory.ledger.Tracking;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The lines of a form as they were sent, with what was scanned since. What is scanned again counts on its line. */
@Named("lines")
@RequestScoped
public class ScannedLines {

    @Inject
    private Scanner scanner;

    @Inject
    private Sent sent;

    private List<ScannedLine> lines;

    /** What a new line begins with, by its SKU; null for an empty field. */
    record Beginning(UnaryOperator<String> amount, UnaryOperator<String> receipt) {}

    public List<ScannedLine> getRows() {
        if (lines == null) {
            lines = new ArrayList<>();
            String dropped = sent.text("drop");
            for (long row : sent.rows("sku")) {
                if (!Long.toString(row).equals(dropped)) {
                    lines.add(new ScannedLine(row, sent.text("sku." + row), sent.text("name." + row), sent.text("unit." + row),
                            sent.text("quantity." + row), sent.text("amount." + row), sent.text("receipt." + row),
                            sent.text("tracking." + row), sent.text("lot." + row), sent.text("expires." + row), pieces(row)));
                }
            }
        }
        return lines;
    }

    /** Empty where the field is left empty, so that it stays there. */
    private String pieces(long row) {
        return sent.text("catchweight." + row) == null ? null : sent.text("pieces." + row) == null ? "" : sent.text("pieces." + row);
    }

    /** Lines to begin with on a form that was not sent yet. */
    void begin(List<ScannedLine> first) {
        lines = new ArrayList<>(first);
    }

    void scan(Beginning beginning) {
        scan(beginning, scan -> false);
    }

    /** @param taken whether a scan belonged to a line that is there already */
    void scan(Beginning beginning, Predicate<Scanner.Scan> taken) {
        scanner.read().stream().filter(scan -> !taken.test(scan)).forEach(scan -> count(scan, beginning));
    }

    /** Goods of one lot count on its line; a piece has a line of its own. */
    private static boolean isSame(ScannedLine line, Scanner.Scan scan) {
        return line.sku().equals(scan.sku()) && scan.tracking() != Tracking.SERIAL && Objects.equals(line.lot(), scan.lot());
    }

    private void count(Scanner.Scan scan, Beginning beginning) {
        for (int place = 0; place < getRows().size(); place++) {
            ScannedLine line = lines.get(place);
            Optional<String> sum = isSame(line, scan) ? scanner.sum(line.quantity(), scan.units()) : Optional.empty();
            if (sum.isPresent()) {
                lines.set(place, line.with(sum.get(), scan.pieces()));
                scanner.hear(scan, sum.get());
                return;
            }
        }
        String quantity = scan.units().signum() == 0 ? null : scanner.sum(null, scan.units()).orElseThrow();
        long row = lines.stream().mapToLong(ScannedLine::row).max().orElse(0) + 1;
        lines.add(new ScannedLine(row, scan.sku(), scan.name(), scan.unit(), quantity,
                beginning.amount().apply(scan.sku()), beginning.receipt().apply(scan.sku()), scan.tracking().name(), scan.lot(),
                scan.expires() == null ? null : scan.expires().toString(), scan.pieces() == null ? null : scan.pieces().toString()));
        scanner.hear(scan, quantity == null ? "0" : quantity);
    }
}
