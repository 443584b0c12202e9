package entrepot.inventory.invoice.server;

import entrepot.inventory.exchange.server.ForeignRows;
import entrepot.inventory.invoice.InvoiceBooking;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.SupplierInvoice;
import entrepot.inventory.ledger.Alongside;
import entrepot.kernel.Money;
import entrepot.platform.sql.Rows;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of an invoice: as it was asked, and what of it commits with its posting. */
final class InvoiceRows {

    static final String MARK = "UPDATE supplier_invoice_mark SET version = version + 1 WHERE supplier_id = ? AND version = ?";
    static final String HEAD = "INSERT INTO supplier_invoice (id, row_no, kind, supplier_id, number, invoice_date, due_date, business_date,"
            + " note, printed_tax, net, tax, status, made_by, made_at, posting_id, currency, exchange_rate, foreign_net, foreign_tax)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String LINE = "INSERT INTO supplier_invoice_line (invoice_id, line_no, receipt_id, receipt_line, order_id, order_line,"
            + " quantity, unit_price, what, amount, spread, estimated, receipts, tax_code, parts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPROVED = "UPDATE supplier_invoice SET status = 'POSTED', decided_by = ?, decided_at = ?,"
            + " decision_reason = ?, posting_id = ? WHERE id = ? AND status = 'HELD'";
    private static final String SETTLED = "INSERT INTO invoice_settlement (posting_seq, invoice_id, line_no, movement_id, quantity, amount,"
            + " difference, exchange) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String TAXED =
            "INSERT INTO invoice_tax (posting_seq, invoice_id, line_no, tax_code, base, tax, due) VALUES (?, ?, ?, ?, ?, ?, ?)";

    /** Who enters it, when, and what of the supplier's invoices was seen before. */
    record Entered(long supplier, long mark, long row, String by, LocalDateTime at) {}

    private InvoiceRows() {}

    /** Of one that is posted at once. */
    static List<Alongside> entered(SupplierInvoice invoice, InvoiceBooking booking, Entered entered) {
        List<Alongside> all = new ArrayList<>();
        all.add(mark(entered));
        all.add(new Alongside.Rows(HEAD, true, posted -> List.of(head(invoice, booking, entered, InvoiceStatus.POSTED, invoice.id()))));
        all.add(new Alongside.Rows(LINE, true, posted -> lines(invoice)));
        all.addAll(evidence(booking));
        return all;
    }

    /** Of one that was held. */
    static List<Alongside> approved(InvoiceBooking booking, Entered approved, String reason) {
        List<Alongside> all = new ArrayList<>();
        all.add(mark(approved));
        all.add(new Alongside.Rows(APPROVED, true, posted -> List.of(
                row(approved.by(), approved.at(), reason, posted.request().id(), booking.invoice().id()))));
        all.addAll(evidence(booking));
        return all;
    }

    private static Alongside mark(Entered entered) {
        return new Alongside.Rows(MARK, true, posted -> List.of(row(entered.supplier(), entered.mark())));
    }

    private static List<Alongside> evidence(InvoiceBooking booking) {
        List<Alongside> evidence = new ArrayList<>(settled(booking));
        evidence.addAll(ForeignRows.of(booking.foreign()));
        return evidence;
    }

    private static List<Alongside> settled(InvoiceBooking booking) {
        UUID id = booking.invoice().id();
        return List.of(
                new Alongside.Rows(SETTLED, false, posted -> booking.settlements().stream()
                        .map(one -> row(posted.seq(), Rows.bytes(id), one.line(), one.movement(), one.quantity().millionths(), one.amount().minor(),
                                one.difference().minor(), one.exchange().isZero() ? null : one.exchange().minor()))
                        .toList()),
                new Alongside.Rows(TAXED, false, posted -> booking.taxes().stream()
                        .map(one -> row(posted.seq(), Rows.bytes(id), one.line(), one.code(), one.base().minor(), one.tax().minor(),
                                one.due().minor()))
                        .toList()));
    }

    static List<Object> head(SupplierInvoice invoice, InvoiceBooking booking, Entered entered, InvoiceStatus status, UUID posting) {
        boolean foreign = invoice.exchange().isForeign();
        return row(invoice.id(), entered.row(), invoice.kind().name(), entered.supplier(), invoice.number(), invoice.date(), invoice.due(),
                invoice.businessDate(), invoice.note(), minor(invoice.printedTax()), invoice.kind().signed(booking.net()).minor(),
                invoice.kind().signed(booking.tax()).minor(), status.name(), entered.by(), entered.at(), posting,
                foreign ? invoice.currency().getCurrencyCode() : null, foreign ? invoice.exchange().rate() : null,
                foreign ? invoice.kind().signed(booking.printedNet()).minor() : null,
                foreign ? invoice.kind().signed(booking.printedTax()).minor() : null);
    }

    static List<List<Object>> lines(SupplierInvoice invoice) {
        List<List<Object>> rows = new ArrayList<>();
        for (SupplierInvoice.Goods goods : invoice.goods()) {
            Money net = Money.worth(goods.quantity(), goods.unitPrice(), invoice.currency());
            rows.add(row(invoice.id(), rows.size(), goods.receipt(), goods.receipt() == null ? null : goods.receiptLine(), goods.order(),
                    goods.order() == null ? null : goods.orderLine(), goods.quantity().millionths(), goods.unitPrice(), null, net.minor(),
                    null, false, null, goods.taxCode(), null));
        }
        for (SupplierInvoice.Charge charge : invoice.charges()) {
            String receipts = charge.receipts().stream().map(UUID::toString).collect(Collectors.joining(" "));
            rows.add(row(invoice.id(), rows.size(), null, null, null, null, null, null, charge.what(), charge.amount().minor(),
                    charge.by().name(), charge.estimated(), receipts.isEmpty() ? null : receipts, charge.taxCode(), parts(charge)));
        }
        return rows;
    }

    private static String parts(SupplierInvoice.Charge charge) {
        return charge.parts().isEmpty() ? null : charge.parts().stream()
                .map(part -> part.receipt() + "/" + part.line() + "/" + part.amount().minor()).collect(Collectors.joining(" "));
    }

    private static Long minor(Money amount) {
        return amount == null ? null : amount.minor();
    }

    /** A row may hold nulls, which {@code List.of} would refuse. */
    private static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }
}
