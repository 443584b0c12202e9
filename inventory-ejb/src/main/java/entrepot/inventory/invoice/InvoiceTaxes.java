package entrepot.inventory.invoice;

import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The tax of each line, half up; where the supplier worked out another sum, the largest line takes the difference. */
public final class InvoiceTaxes {

    /**
     * @param item what the item's own code is, or null
     * @param rate null where the code is not known
     */
    public record Base(String code, String item, BigDecimal rate, Money net) {}

    /** Signed as the document is: below zero on a credit note. */
    public record Line(int line, String code, Money base, Money tax) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** @param bases of all lines; @param printed as the supplier worked it out, signed, or null */
    public static InvoiceTaxes of(List<Base> bases, Money printed) {
        InvoiceTaxes taxes = new InvoiceTaxes();
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
        BigDecimal rate = base.code() == null ? BigDecimal.ZERO : base.rate();
        lines.add(new Line(line, base.code(), base.net(), Money.rounded(base.net().decimal().multiply(rate), base.net().currency())));
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
            if (Math.abs(lines.get(line).tax().minor()) > Math.abs(lines.get(largest).tax().minor())) {
                largest = line;
            }
        }
        Line line = lines.get(largest);
        if (line.code() == null) {
            refusals.add(Refusal.whole("tax-without-code", "tax is printed, and no line has a tax code"));
        }
        lines.set(largest, new Line(line.line(), line.code(), line.base(), line.tax().plus(difference)));
    }

    public Money total() {
        return lines.stream().map(Line::tax).reduce(Money.zero(lines.get(0).tax().currency()), Money::plus);
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
