package entrepot.inventory.invoice;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.tax.RunningTax;
import entrepot.inventory.tax.TaxRounding;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tax of each line, half up; where the supplier worked out another sum, the largest line takes the difference. */
public final class InvoiceTaxes {

    /**
     * @param item what the item's own code is, or null
     * @param rate that the supplier charges; null where the code is not known
     * @param ours what we owe the state in the supplier's place, as a rate
     */
    public record Base(String code, String item, BigDecimal rate, BigDecimal ours, Money net) {}

    /**
     * Signed as the document is: below zero on a credit note.
     *
     * @param tax what the state gives back
     * @param due the part of it that we owe the state ourselves; the rest is owed to the supplier
     */
    public record Line(int line, String code, Money base, Money tax, Money due) {
        Money charged() {
            return tax.minus(due);
        }
    }

    private final RunningTax document;
    private final List<Line> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private InvoiceTaxes(TaxRounding rounding) {
        document = new RunningTax(rounding);
    }

    /** @param bases of all lines; @param printed as the supplier worked it out, signed, or null */
    public static InvoiceTaxes of(List<Base> bases, Money printed, TaxRounding rounding) {
        InvoiceTaxes taxes = new InvoiceTaxes(rounding);
        for (int line = 0; line < bases.size(); line++) {
            taxes.line(line, bases.get(line));
        }
        if (printed != null && taxes.refusals.isEmpty() && !bases.isEmpty()) {
            taxes.fit(printed);
        }
        return taxes;
    }

    private void line(int line, Base base) {
        if (base.code() != null && base.rate() == null) {
            refusals.add(new Refusal(line, "unknown-tax-code", "no tax code '" + base.code() + "'"));
            return;
        }
        if (base.item() != null && !base.item().equals(base.code())) {
            findings.add(new Finding(line, Finding.Code.TAX_DIFFERS, "taxed " + base.code() + ", the item is " + base.item()));
        }
        Money due = document.on("ours " + base.code(), base.ours(), base.net());
        Money charged = document.on(base.code(), base.code() == null ? BigDecimal.ZERO : base.rate(), base.net());
        lines.add(new Line(line, base.code(), base.net(), charged.plus(due), due));
    }

    /** Each line may have been rounded otherwise; what differs by more than that waits. */
    private void fit(Money printed) {
        Money difference = printed.minus(total());
        if (difference.isZero()) {
            return;
        }
        if (Math.abs(difference.minor()) > lines.size()) {
            findings.add(new Finding(-1, Finding.Code.TAX_DIFFERS, "tax of " + printed + " is printed, the lines come to " + total()));
        }
        int largest = 0;
        for (int line = 1; line < lines.size(); line++) {
            if (Math.abs(lines.get(line).charged().minor()) > Math.abs(lines.get(largest).charged().minor())) {
                largest = line;
            }
        }
        Line line = lines.get(largest);
        if (line.code() == null) {
            refusals.add(Refusal.whole("tax-without-code", "tax is printed, and no line has a tax code"));
        }
        lines.set(largest, new Line(line.line(), line.code(), line.base(), line.tax().plus(difference), line.due()));
    }

    /** As the supplier charges it. */
    public Money total() {
        return lines.stream().map(Line::charged).reduce(Money.zero(lines.get(0).tax().currency()), Money::plus);
    }

    /** As the book has them: bases and what the supplier charges add up to what the document is worth. */
    public List<Line> inBook(Exchange exchange) {
        List<Money> amounts = exchange.inBook(Stream.concat(lines.stream().map(Line::base), lines.stream().map(Line::charged)).toList());
        List<Line> booked = new ArrayList<>();
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            Money due = exchange.inBook(line.due());
            booked.add(new Line(line.line(), line.code(), amounts.get(number), amounts.get(lines.size() + number).plus(due), due));
        }
        return booked;
    }

    public List<Line> lines() {
        return List.copyOf(lines);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
