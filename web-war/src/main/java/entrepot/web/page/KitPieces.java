package entrepot.web.page;

import entrepot.inventory.assembly.server.BillBoard;
import entrepot.inventory.ledger.Tracking;
import entrepot.web.api.LotBody;
import entrepot.web.api.SaleBody;
import entrepot.web.language.Language;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pieces and lots the parts of the kits on a ticket are: a field for each part that is kept so. */
@Named("kitPieces")
@RequestScoped
public class KitPieces {

    @EJB
    private BillBoard bills;

    @Inject
    private ScannedLines lines;

    @Inject
    private Scanner scanner;

    @Inject
    private Sent sent;

    private final Map<String, String> scanned = new HashMap<>();
    private final Map<String, List<BillBoard.Tracked>> known = new HashMap<>();

    /** Of a line; empty where it is no kit, or its parts are not told apart. */
    public List<BillBoard.Tracked> of(String sku) {
        if (!known.containsKey(sku)) {
            List<String> skus = lines.getRows().stream().map(ScannedLine::sku).distinct().toList();
            skus.forEach(one -> known.put(one, new ArrayList<>()));
            bills.tracked(skus).forEach(part -> known.get(part.kit()).add(part));
        }
        return known.getOrDefault(sku, List.of());
    }

    /** What the field of a part holds. @param part from 0 */
    public String text(long row, int part) {
        String field = "piece" + part + "." + row;
        return scanned.getOrDefault(field, sent.text(field));
    }

    /** For a document; null where nothing is named. */
    List<SaleBody.Part> parts(ScannedLine line) {
        List<SaleBody.Part> parts = new ArrayList<>();
        List<BillBoard.Tracked> tracked = of(line.sku());
        for (int part = 0; part < tracked.size(); part++) {
            List<LotBody> lots = TypedLots.read(text(line.row(), part), whole(line, tracked.get(part)), Language.here());
            if (lots != null) {
                parts.add(new SaleBody.Part(tracked.get(part).sku(), lots));
            }
        }
        return parts.isEmpty() ? null : parts;
    }

    /** All of a lot that is named alone; a piece is one. */
    private static String whole(ScannedLine line, BillBoard.Tracked part) {
        BigDecimal kits = TypedNumber.read(line.quantity(), Language.here()).orElse(null);
        return kits == null || part.tracking() == Tracking.SERIAL ? null
                : kits.multiply(part.quantity().decimal()).stripTrailingZeros().toPlainString();
    }

    /** Names a piece that was scanned by its own code in the first kit that misses one of it. */
    boolean take(Scanner.Scan scan) {
        for (ScannedLine line : scan.lot() == null ? List.<ScannedLine>of() : lines.getRows()) {
            List<BillBoard.Tracked> tracked = of(line.sku());
            for (int part = 0; part < tracked.size(); part++) {
                if (tracked.get(part).sku().equals(scan.sku()) && isMissing(line, part, tracked.get(part))) {
                    scanned.put("piece" + part + "." + line.row(), TypedLots.with(text(line.row(), part), scan.lot(),
                            scan.tracking() == Tracking.SERIAL ? null : scan.units(), null, Language.here()));
                    scanner.hear(scan, scan.lot());
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isMissing(ScannedLine line, int part, BillBoard.Tracked tracked) {
        BigDecimal kits = TypedNumber.read(line.quantity(), Language.here()).orElse(BigDecimal.ZERO);
        String text = text(line.row(), part);
        BigDecimal named = text == null ? BigDecimal.ZERO : BigDecimal.valueOf(text.lines().filter(one -> !one.isBlank()).count());
        return tracked.tracking() == Tracking.LOT || named.compareTo(kits.multiply(tracked.quantity().decimal())) < 0;
    }
}
