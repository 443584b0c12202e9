package entrepot.web.page;

import entrepot.inventory.catalogue.ResolvedBarcode;
import entrepot.inventory.catalogue.ScannedCode;
import entrepot.inventory.catalogue.server.BarcodeDesk;
import entrepot.inventory.gs1.GoodsCode;
import entrepot.inventory.ledger.Tracking;
import entrepot.web.language.Language;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What came through the scan field. Codes stand one a line: a scanner may be quicker than a page. */
@Named
@RequestScoped
public class Scanner {

    private static final int LONGEST_CODE = 1000;
    private static final String NUMBER = "-?\\d{1,12}(\\.\\d{1,6})?";

    @EJB
    private BarcodeDesk barcodes;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private Show show;

    private String heard;

    /**
     * One scan that was understood.
     *
     * @param units it stands for, in the stock unit; 0 of catch-weight goods that were not weighed
     * @param lot   that the code carries, or null; likewise its last day
     * @param pieces of catch-weight goods, else null
     */
    record Scan(String sku, String name, String unit, BigDecimal units, Tracking tracking, String lot, LocalDate expires, Long pieces) {}

    /** In the order of scanning; what was not understood is among the faults. */
    List<Scan> read() {
        String codes = sent.text("scan");
        return codes == null ? List.of()
                : codes.lines().map(String::strip).filter(code -> !code.isEmpty()).map(this::resolve).flatMap(Optional::stream).toList();
    }

    private Optional<Scan> resolve(String code) {
        Optional<ResolvedBarcode> found = isReadable(code) ? barcodes.resolve(code) : Optional.empty();
        if (found.isEmpty()) {
            return refuse(show.text("scan.unknown", code.substring(0, Math.min(60, code.length()))));
        }
        ResolvedBarcode item = found.get();
        if (!item.active()) {
            return refuse(show.text("scan.retired", item.sku()));
        }
        if (!item.quantity().matches(NUMBER)) {
            return refuse(show.text("scan.fraction", item.sku(), item.unit()));
        }
        return Optional.of(new Scan(item.sku(), item.name(), item.stockUnit(), new BigDecimal(item.quantity()), item.tracking(),
                item.lot(), item.expires(), item.pieces()));
    }

    /** Whether it is not too long, and nothing is wrong in it where it is a GS1 code. */
    private static boolean isReadable(String code) {
        try {
            return code.length() <= LONGEST_CODE && new ScannedCode(code).gtin() != null && GoodsCode.read(code, LocalDate.EPOCH) != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    Optional<Scan> refuse(String why) {
        faults.note("/scan", why);
        return Optional.empty();
    }

    void hear(Scan scan, String quantity) {
        heard = scan.sku() + " " + scan.name() + ": " + quantity + " " + scan.unit();
    }

    /** The last scan that counted, in words; or null. */
    public String getHeard() {
        return heard;
    }

    /** What a field holds after a scan: its number and so many units more; empty where it holds no number. */
    Optional<String> sum(String field, BigDecimal units) {
        return (field == null ? Optional.of(BigDecimal.ZERO) : read(field, Language.here())).map(units::add).map(show::field);
    }

    /** As the API reads numbers; what is none in the language of the page stays one that the API refuses, in quotes. */
    static String typed(String text) {
        return text == null ? null : typed(text, Language.here());
    }

    /** A whole number, as pieces are counted; null where it is none. */
    static Long whole(String text) {
        return text == null ? null : read(text.strip(), Language.here()).filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValue).orElse(null);
    }

    static String typed(String text, Language language) {
        return read(text, language).map(BigDecimal::toPlainString).orElse("\u201c" + text + "\u201d");
    }

    private static Optional<BigDecimal> read(String text, Language language) {
        boolean negative = text.startsWith("-") || text.startsWith("\u2212");
        Optional<BigDecimal> number = TypedNumber.read(negative ? text.substring(1) : text, language);
        return negative ? number.map(BigDecimal::negate) : number;
    }
}
