package entrepot.inventory.retail;

import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ReturnCost;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes the notes of goods that an import needs. */
final class GoodsNotes {

    private static final int REASON = 200;

    private final Batch batch;

    GoodsNotes(Batch batch) {
        this.batch = batch;
    }

    GoodsNote opening(LocalDate day, List<Warehouse.Units> goods) {
        return bought(PostingKind.OPENING, "opening/" + day, day, "OPENING " + day, null, goods);
    }

    GoodsNote receipt(LocalDate day, List<Warehouse.Units> goods) {
        return bought(PostingKind.RECEIPT, "receipt/" + day, day, "ORDER for " + day, null, goods);
    }

    GoodsNote rescue(LocalDate day, List<Warehouse.Units> goods) {
        return bought(PostingKind.RECEIPT, "rescue/" + day, day, "RESCUE " + day,
                "covers what the policy would have run out of", goods);
    }

    private GoodsNote bought(
            PostingKind kind, String key, LocalDate day, String reference, String reason, List<Warehouse.Units> goods) {
        List<GoodsNote.Line> lines = goods.stream()
                .map(units -> line(units.item().sku(), units.units(), units.item().unitCost()))
                .toList();
        return new GoodsNote(batch.document(key), kind, batch.location(), null, day, batch.morning(day), reference, reason,
                batch.source(), ReturnCost.ORIGINAL, lines);
    }

    /** One note for each reason given in an invoice, since a note has one reason. */
    List<GoodsNote> ofInvoice(PostingKind kind, List<RetailRow> rows) {
        List<GoodsNote> notes = new ArrayList<>();
        List<RetailRow> open = new ArrayList<>(rows);
        while (!open.isEmpty()) {
            String reason = reason(open.get(0));
            List<RetailRow> same = open.stream().filter(row -> reason(row).equals(reason)).toList();
            open.removeAll(same);
            notes.add(note(kind, same, reason, notes.size()));
        }
        return notes;
    }

    private GoodsNote note(PostingKind kind, List<RetailRow> rows, String reason, int number) {
        RetailRow first = rows.get(0);
        String key = kind + "/" + first.invoice() + "/" + number;
        return new GoodsNote(batch.document(key), kind, batch.location(), null, first.day(), batch.moment(first.at()),
                first.invoice(), reason, batch.source(), ReturnCost.ORIGINAL,
                rows.stream().map(row -> line(row.sku(), row.units(), null)).toList());
    }

    private static GoodsNote.Line line(String sku, long units, BigDecimal unitCost) {
        return new GoodsNote.Line(sku, Quantity.units(units), unitCost, null, null, 0);
    }

    private static String reason(RetailRow row) {
        String words = row.description().strip();
        return words.isEmpty() ? "no reason given" : words.substring(0, Math.min(REASON, words.length()));
    }
}
