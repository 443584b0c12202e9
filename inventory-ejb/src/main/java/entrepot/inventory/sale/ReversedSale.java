package entrepot.inventory.sale;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import java.util.List;
import java.util.function.Function;

/** The rows of a sale or return that was undone: as they were, with the other sign, beside the reversal's posting. */
public final class ReversedSale {

    private static final String HEAD = "INSERT INTO sale (posting_seq, customer_id, channel, net, discount, tax, total)"
            + " SELECT ?, customer_id, channel, -net, -discount, -tax, -total FROM sale WHERE posting_seq = ?";
    private static final String LINE = "INSERT INTO sale_line (movement_id, posting_seq, item_id, business_date, quantity,"
            + " unit_price, gross, discount, net, tax, tax_code) SELECT ?, ?, item_id, ?, -quantity, unit_price, -gross,"
            + " -discount, -net, -tax, tax_code FROM sale_line WHERE movement_id = ?";
    private static final String TENDER = "INSERT INTO tender (posting_seq, line_no, kind, amount)"
            + " SELECT ?, line_no, kind, -amount FROM tender WHERE posting_seq = ?";

    private record Rows(String sql, Function<Posted, List<List<Object>>> of) implements Alongside {
        @Override
        public List<List<Object>> rows(Posted posted) {
            return of.apply(posted);
        }
    }

    private ReversedSale() {}

    public static List<Alongside> rows() {
        return List.of(
                new Rows(HEAD, posted -> List.of(List.of(posted.seq(), posted.request().reverses()))),
                new Rows(LINE, posted -> posted.movements().stream()
                        .map(movement -> List.<Object>of(
                                movement.id(), posted.seq(), posted.request().businessDate(), movement.source()))
                        .toList()),
                new Rows(TENDER, posted -> List.of(List.of(posted.seq(), posted.request().reverses()))));
    }
}
