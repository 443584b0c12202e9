package entrepot.inventory.invoice.server;

import entrepot.inventory.invoice.Delivery;
import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.InvoiceKind;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Supplier invoices as people see them. */
@Stateless
@RolesAllowed({"buyer", "accountant", "auditor", "admin", "system"})
public class InvoiceBoard {

    private static final String HEAD = "SELECT v.id, v.row_no, v.kind, s.code supplier, s.name supplier_name, v.number, v.invoice_date, v.due_date,"
            + " v.net, v.tax, v.net + v.tax total, v.status, u.id reversed_by, v.note, v.made_by, v.made_at, v.decided_by, v.decided_at,"
            + " v.decision_reason, v.posting_id posting, v.currency foreign_currency, v.exchange_rate, CONCAT(v.currency, ' ', v.foreign_net) foreign_net,"
            + " CONCAT(v.currency, ' ', v.foreign_tax) foreign_tax, CONCAT(v.currency, ' ', v.foreign_net + v.foreign_tax) foreign_total"
            + " FROM supplier_invoice v JOIN supplier s ON s.id = v.supplier_id"
            + " LEFT JOIN posting p ON p.id = v.posting_id LEFT JOIN posting u ON u.reverses_seq = p.seq";

    @Inject
    private Figures figures;

    @Inject
    private InvoiceTable invoices;

    @Inject
    private OpenReceipts receipts;

    /**
     * @param number     of the supplier
     * @param reversedBy the posting that undid it, or null
     * @param foreignNet as printed, where that is in another currency, at {@code exchangeRate}; the others are in the company's
     */
    public record Invoice(
            UUID id, long rowNo, InvoiceKind kind, String supplier, String supplierName, String number, LocalDate invoiceDate, LocalDate dueDate,
            Money net, Money tax, Money total, InvoiceStatus status, UUID reversedBy, String note, String madeBy, LocalDateTime madeAt,
            String decidedBy, LocalDateTime decidedAt, String decisionReason, UUID posting, String foreignCurrency, BigDecimal exchangeRate,
            Money foreignNet, Money foreignTax, Money foreignTotal) {}

    /** @param amount in the currency of the invoice, as the price; @param quantity null for a charge; @param order and receipt, where it names one */
    public record Line(
            int number, String sku, Quantity quantity, BigDecimal unitPrice, String what, Money amount, String spread, boolean estimated,
            String taxCode, UUID receipt, Integer receiptLine, UUID order, Integer orderLine) {}

    /** What it settled. @param exchange lost since by another rate, or null; @param receipt the posting that the goods came with */
    public record Settled(
            int line, UUID receipt, PostingKind kind, String reference, LocalDate businessDate, String sku, Quantity quantity, Money amount, Money difference,
            Money exchange) {}

    public record Detail(Invoice invoice, List<Line> lines, List<Finding> findings, List<Settled> settled) {}

    /** @param after row number of the last one shown, or null; newest first */
    public record Filter(InvoiceStatus status, String supplier, String number, LocalDate from, LocalDate to, Long after, int limit) {}

    /** What of a receipt may be invoiced; or credited, where the quantity is below zero. @param currency of agreed and price */
    public record Open(
            UUID receipt, int line, LocalDate on, String sku, Quantity quantity, Money value, UUID order, String orderNumber,
            BigDecimal agreed, String taxCode,
            String currency, BigDecimal price) {

        /** What the next one costs: as agreed, else as received. */
        public BigDecimal unitPrice() {
            BigDecimal said = agreed == null ? price : agreed;
            return said != null || quantity.isZero() ? said : value.perUnit(quantity);
        }
    }

    public List<Invoice> list(Filter filter) {
        return figures.read(handle -> handle
                .createQuery(HEAD + " WHERE (:status IS NULL OR v.status = :status) AND (:supplier IS NULL OR s.code = :supplier)"
                        + " AND (:number IS NULL OR v.number = :number) AND (:from IS NULL OR v.invoice_date >= :from)"
                        + " AND (:to IS NULL OR v.invoice_date <= :to) AND (:after IS NULL OR v.row_no < :after)"
                        + " ORDER BY v.row_no DESC LIMIT :limit")
                .bind("status", filter.status() == null ? null : filter.status().name())
                .bind("supplier", filter.supplier())
                .bind("number", filter.number())
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("after", filter.after())
                .bind("limit", filter.limit())
                .mapTo(Invoice.class)
                .list());
    }

    public Optional<Detail> find(UUID id) {
        return figures.read(handle -> handle.createQuery(HEAD + " WHERE v.id = ?").bind(0, id).mapTo(Invoice.class).findOne())
                .map(invoice -> new Detail(invoice, lines(id), invoices.findings(id), settled(id)));
    }

    private List<Line> lines(UUID id) {
        return figures.read(handle -> handle
                .createQuery("SELECT x.line_no number, i.sku, x.quantity, x.unit_price, x.what,"
                        + " IF(v.currency IS NULL, x.amount, CONCAT(v.currency, ' ', x.amount)) amount, x.spread, x.estimated, x.tax_code,"
                        + " x.receipt_id receipt, x.receipt_line, x.order_id `order`, x.order_line FROM supplier_invoice_line x JOIN supplier_invoice v ON v.id = x.invoice_id"
                        + " LEFT JOIN posting p ON p.id = x.receipt_id LEFT JOIN movement m ON m.posting_seq = p.seq AND m.line_no = x.receipt_line"
                        + " LEFT JOIN purchase_order_line o ON o.order_id = x.order_id AND o.line_no = x.order_line"
                        + " LEFT JOIN item i ON i.id = COALESCE(m.item_id, o.item_id) WHERE x.invoice_id = ? ORDER BY x.line_no")
                .bind(0, id).mapTo(Line.class).list());
    }

    private List<Settled> settled(UUID id) {
        return figures.read(handle -> handle
                .createQuery("SELECT s.line_no line, p.id receipt, p.kind, p.reference, p.business_date, i.sku, s.quantity, s.amount, s.difference, s.exchange"
                        + " FROM invoice_settlement s JOIN movement m ON m.id = s.movement_id JOIN posting p ON p.seq = m.posting_seq"
                        + " JOIN item i ON i.id = m.item_id WHERE s.invoice_id = ? ORDER BY s.line_no, p.seq, m.line_no")
                .bind(0, id).mapTo(Settled.class).list());
    }

    /** The invoices that were posted for goods of a receipt, or by a posting of their own. */
    public List<Invoice> of(UUID posting) {
        return figures.read(handle -> handle
                .createQuery(HEAD + " WHERE v.posting_id = :posting OR v.id IN (SELECT s.invoice_id FROM posting r JOIN movement m"
                        + " ON m.posting_seq = r.seq JOIN invoice_settlement s ON s.movement_id = m.id WHERE r.id = :posting)"
                        + " ORDER BY v.row_no")
                .bind("posting", posting).mapTo(Invoice.class).list());
    }

    /** What came from a supplier and can be invoiced, or went back and can be credited; the oldest first. */
    public List<Open> open(String supplier) {
        return invoices.supplier(supplier).map(found -> receipts.ofSupplier(found.id())).orElse(List.of()).stream().map(InvoiceBoard::open).toList();
    }

    private static Open open(Delivery delivery) {
        return new Open(delivery.receipt(), delivery.line(), delivery.on(), delivery.sku(), delivery.open(), delivery.value(), delivery.order(),
                delivery.orderNumber(), delivery.agreed(), delivery.taxCode(), delivery.paid().of().getCurrencyCode(), delivery.price());
    }
}
