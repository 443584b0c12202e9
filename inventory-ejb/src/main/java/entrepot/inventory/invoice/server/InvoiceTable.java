package entrepot.inventory.invoice.server;

import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.invoice.Finding;
import entrepot.inventory.invoice.InvoiceKind;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.invoice.PriceTolerance;
import entrepot.inventory.invoice.SupplierInvoice;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import entrepot.platform.sql.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Supplier invoices as they were asked, and what is known of their suppliers. */
@ApplicationScoped
public class InvoiceTable {

    private static final String LIVE = " AND v.status <> 'REJECTED' AND NOT EXISTS (SELECT 1 FROM posting p JOIN posting u"
            + " ON u.reverses_seq = p.seq WHERE p.id = v.posting_id)";

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /** @param mark counts its invoices, so that they come one after the other */
    record Supplier(long id, String code, long mark) {}

    /** An invoice that was entered. */
    record Stored(SupplierInvoice invoice, InvoiceStatus status, String madeBy, List<Finding> findings) {}

    /** The one of this number that stands. */
    record Twin(UUID id, LocalDate invoiceDate, String madeBy) {}

    private record Head(
            UUID id, InvoiceKind kind, String supplier, String number, LocalDate invoiceDate, LocalDate dueDate, LocalDate businessDate,
            String note, Long printedTax, InvoiceStatus status, String madeBy, String currency, BigDecimal exchangeRate) {

        Exchange exchange(Currency own) {
            return currency == null ? Exchange.none(own) : new Exchange(Currency.getInstance(currency), own, exchangeRate);
        }
    }

    private record Line(
            UUID receiptId, Integer receiptLine, UUID orderId, Integer orderLine, Long quantity, BigDecimal unitPrice, String what,
            long amount, LandedCost.By spread, boolean estimated, String receipts, String parts, String taxCode) {

        SupplierInvoice.Goods goods() {
            return new SupplierInvoice.Goods(receiptId, orZero(receiptLine), orderId, orZero(orderLine), new Quantity(quantity), unitPrice, taxCode);
        }

        SupplierInvoice.Charge charge(Currency currency) {
            List<UUID> named = receipts == null ? List.of() : Arrays.stream(receipts.split(" ")).map(UUID::fromString).toList();
            return new SupplierInvoice.Charge(what, new Money(amount, currency), spread, estimated, named, parts(currency), taxCode);
        }

        private List<LandedCost.Part> parts(Currency currency) {
            return parts == null ? List.of() : Arrays.stream(parts.split(" ")).map(part -> part.split("/"))
                    .map(part -> new LandedCost.Part(UUID.fromString(part[0]), Integer.parseInt(part[1]), new Money(Long.parseLong(part[2]), currency)))
                    .toList();
        }

        private static int orZero(Integer line) {
            return line == null ? 0 : line;
        }
    }

    Optional<Supplier> supplier(String code) {
        return database.jdbi().withHandle(handle -> {
            handle.execute("INSERT IGNORE INTO supplier_invoice_mark (supplier_id, version) SELECT id, 0 FROM supplier WHERE code = ?", code);
            return handle.createQuery("SELECT s.id, s.code, m.version mark FROM supplier s JOIN supplier_invoice_mark m ON m.supplier_id = s.id"
                    + " WHERE s.code = ?").bind(0, code).mapTo(Supplier.class).findOne();
        });
    }

    Optional<Twin> twin(long supplier, String number) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT v.id, v.invoice_date, v.made_by FROM supplier_invoice v WHERE v.supplier_id = ? AND v.number = ?" + LIVE
                        + " LIMIT 1")
                .bind(0, supplier).bind(1, number).mapTo(Twin.class).findOne());
    }

    Optional<Stored> find(UUID id) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT v.id, v.kind, s.code supplier, v.number, v.invoice_date, v.due_date, v.business_date, v.note, v.printed_tax,"
                        + " v.status, v.made_by, v.currency, v.exchange_rate FROM supplier_invoice v JOIN supplier s ON s.id = v.supplier_id WHERE v.id = ?")
                .bind(0, id).mapTo(Head.class).findOne())
                .map(head -> stored(head, lines(id), head.exchange(currency)));
    }

    private Stored stored(Head head, List<Line> lines, Exchange exchange) {
        Currency currency = exchange.of();
        var invoice = new SupplierInvoice(head.id(), head.kind(), head.supplier(), head.number(), exchange, head.invoiceDate(), head.dueDate(),
                head.businessDate(), head.note(), head.printedTax() == null ? null : new Money(head.printedTax(), currency),
                lines.stream().filter(line -> line.quantity() != null).map(Line::goods).toList(),
                lines.stream().filter(line -> line.quantity() == null).map(line -> line.charge(currency)).toList());
        return new Stored(invoice, head.status(), head.madeBy(), findings(head.id()));
    }

    private List<Line> lines(UUID id) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT receipt_id, receipt_line, order_id, order_line, quantity, unit_price, what, amount, spread, estimated,"
                        + " receipts, parts, tax_code FROM supplier_invoice_line WHERE invoice_id = ? ORDER BY line_no")
                .bind(0, id).mapTo(Line.class).list());
    }

    List<Finding> findings(UUID id) {
        record Row(int lineNo, Finding.Code code, String detail) {}
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT line_no, code, detail FROM supplier_invoice_finding WHERE invoice_id = ? ORDER BY place")
                .bind(0, id).mapTo(Row.class).map(row -> new Finding(row.lineNo(), row.code(), row.detail())).list());
    }

    /** The supplier's own, or the company's. */
    PriceTolerance tolerance(long supplier) {
        record Row(BigDecimal share, BigDecimal amount) {}
        Row row = database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT share, amount FROM price_tolerance WHERE supplier_id IN (0, ?) ORDER BY supplier_id DESC LIMIT 1")
                .bind(0, supplier).mapTo(Row.class).one());
        return new PriceTolerance(row.share(), row.amount());
    }

    /** The last day on which goods came with one of these; null where there is none. */
    LocalDate lastDay(Collection<UUID> receipts) {
        return receipts.isEmpty() ? null : database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT MAX(business_date) FROM posting WHERE id IN (<ids>)")
                .bindList("ids", receipts.stream().map(Rows::bytes).toList()).mapTo(LocalDate.class).one());
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
