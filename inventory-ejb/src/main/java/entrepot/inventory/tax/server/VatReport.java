package entrepot.inventory.tax.server;

import entrepot.inventory.subtotal.server.RoleBalance;
import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.kernel.Money;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Tax of a period by code: what sales owe, what purchases give back. What was undone counts back on the day of its undoing. */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin", "system"})
public class VatReport {

    private static final String OUTPUT = "SELECT 'OUTPUT' side, l.tax_code code, p.seq, l.net base, l.tax, 0 due FROM posting p"
            + " JOIN sale_line l ON l.posting_seq = p.seq WHERE p.business_date BETWEEN :from AND :to";
    private static final String INPUT = "SELECT 'INPUT' side, t.tax_code code, p.seq, t.base, t.tax, COALESCE(t.due, 0) due FROM posting p"
            + " JOIN invoice_tax t ON t.posting_seq = p.seq WHERE p.business_date BETWEEN :from AND :to"
            + " UNION ALL SELECT 'INPUT', t.tax_code, p.seq, -t.base, -t.tax, -COALESCE(t.due, 0) FROM posting p"
            + " JOIN invoice_tax t ON t.posting_seq = p.reverses_seq WHERE p.business_date BETWEEN :from AND :to";
    private static final String BOTH = "(" + OUTPUT + " UNION ALL " + INPUT + ") x";

    @Inject
    private Figures figures;

    /** Which way the tax goes. */
    public enum Side {
        OUTPUT,
        INPUT
    }

    /**
     * @param code       null for what has none
     * @param reverseTax owed to the state in suppliers' place; it is part of the input tax too
     */
    public record Row(
            String code, String name, String kind, Money outputBase, Money outputTax, Money inputBase, Money inputTax, Money reverseTax) {}

    /**
     * @param output  of sales and reverse charge
     * @param net     to be paid to the state; below zero: it pays
     * @param taxAccount   what the account of tax on sales says of the period, and so on: the report, or the book is broken
     */
    public record Found(List<Row> rows, Money output, Money input, Money net, Money taxAccount, Money inputAccount) {
        public boolean ties() {
            return output.equals(taxAccount) && input.equals(inputAccount);
        }
    }

    /** @param due of reverse charge */
    public record Document(
            UUID posting, long seq, String kind, String reference, LocalDate businessDate, Side side, Money base, Money tax, Money due) {

        /** What to give as the place to go on after. */
        public String key() {
            return businessDate + "~" + seq;
        }
    }

    public Found find(LocalDate from, LocalDate to) {
        return figures.read(handle -> {
            List<Row> rows = handle.createQuery("SELECT x.code, c.name, c.kind, " + sum("OUTPUT", "base", "output_base") + sum("OUTPUT", "tax", "output_tax")
                            + sum("INPUT", "base", "input_base") + sum("INPUT", "tax", "input_tax") + " SUM(x.due) reverse_tax FROM " + BOTH
                            + " LEFT JOIN tax_code c ON c.code = x.code GROUP BY x.code, c.name, c.kind ORDER BY x.code")
                    .bind("from", from).bind("to", to).mapTo(Row.class).list();
            Subtotals known = Subtotals.of(handle, null);
            Money taxes = RoleBalance.of(handle, known, "TAX", from, to).change().negated();
            Money zero = Money.zero(taxes.currency());
            Money output = rows.stream().map(row -> row.outputTax().plus(row.reverseTax())).reduce(zero, Money::plus);
            Money input = rows.stream().map(Row::inputTax).reduce(zero, Money::plus);
            return new Found(rows, output, input, output.minus(input), taxes,
                    RoleBalance.of(handle, known, "INPUT_TAX", from, to).change());
        });
    }

    private static String sum(String side, String figure, String name) {
        return "SUM(IF(x.side = '" + side + "', x." + figure + ", 0)) " + name + ",";
    }

    /** The documents behind a figure, oldest first. @param code null for all; @param after a {@link Document#key}, or null */
    public List<Document> documents(LocalDate from, LocalDate to, Side side, String code, String after, int limit) {
        String[] key = after == null ? new String[] {"0001-01-01", "0"} : after.split("~", 2);
        return figures.read(handle -> handle
                .createQuery("SELECT p.id posting, p.seq, p.kind, p.reference, p.business_date, x.side, SUM(x.base) base, SUM(x.tax) tax,"
                        + " SUM(x.due) due FROM " + BOTH + " JOIN posting p ON p.seq = x.seq WHERE x.side = :side AND (:code IS NULL OR x.code = :code)"
                        + " AND (p.business_date, p.seq) > (:afterDay, :afterSeq) GROUP BY p.id, p.seq, p.kind, p.reference, p.business_date, x.side"
                        + " ORDER BY p.business_date, p.seq LIMIT :limit")
                .bind("from", from).bind("to", to).bind("side", side.name()).bind("code", code)
                .bind("afterDay", LocalDate.parse(key[0])).bind("afterSeq", Long.parseLong(key[1])).bind("limit", limit)
                .mapTo(Document.class).list());
    }
}
