package entrepot.inventory.statement;

import entrepot.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** An income statement or a balance sheet, with comparatives: sections, and what they come to. */
public record Statement(List<Section> sections) {

    /** What a section or a result is called; results have no lines. */
    public enum Part {
        INCOME, COST_OF_SALES, GROSS_PROFIT, EXPENSES, RESULT, ASSETS, LIABILITIES, EQUITY, LIABILITIES_AND_EQUITY
    }

    /** @param account null for a result that no account holds yet */
    public record Line(String account, String name, Money now, Money before) {}

    public record Section(Part part, List<Line> lines, Money now, Money before) {}

    public Statement {
        sections = List.copyOf(sections);
    }

    public Section of(Part part) {
        return sections.stream().filter(section -> section.part() == part).findFirst().orElseThrow();
    }

    /** Of a balance sheet: whether both sides are equal, in both columns. */
    public boolean balances() {
        Section assets = of(Part.ASSETS);
        Section others = of(Part.LIABILITIES_AND_EQUITY);
        return assets.now().equals(others.now()) && assets.before().equals(others.before());
    }

    /** Income and results in our favour are positive, so are expenses and cost of sales, which are taken off. */
    public static Statement income(List<AccountSum> accounts, Money nothing) {
        Section income = section(Part.INCOME, accounts, one -> one.kind().equals("INCOME"), -1, nothing);
        Section cost = section(Part.COST_OF_SALES, accounts, one -> one.kind().equals("EXPENSE") && one.sales(), 1, nothing);
        Section expenses = section(Part.EXPENSES, accounts, one -> one.kind().equals("EXPENSE") && !one.sales(), 1, nothing);
        Section gross = difference(Part.GROSS_PROFIT, income, cost);
        return new Statement(List.of(income, cost, gross, expenses, difference(Part.RESULT, gross, expenses)));
    }

    /** Both sides positive; what income and expenses came to since the beginning is equity that no account holds yet. */
    public static Statement balance(List<AccountSum> accounts, Money nothing) {
        Section assets = section(Part.ASSETS, accounts, one -> one.kind().equals("ASSET"), 1, nothing);
        Section liabilities = section(Part.LIABILITIES, accounts, one -> one.kind().equals("LIABILITY"), -1, nothing);
        Section result = section(Part.RESULT, accounts, one -> one.kind().equals("INCOME") || one.kind().equals("EXPENSE"), -1, nothing);
        Section own = section(Part.EQUITY, accounts, one -> one.kind().equals("EQUITY"), -1, nothing);
        List<Line> lines = new ArrayList<>(own.lines());
        lines.add(new Line(null, null, result.now(), result.before()));
        Section equity = new Section(Part.EQUITY, lines, own.now().plus(result.now()), own.before().plus(result.before()));
        Section other = new Section(Part.LIABILITIES_AND_EQUITY, List.of(), liabilities.now().plus(equity.now()),
                liabilities.before().plus(equity.before()));
        return new Statement(List.of(assets, liabilities, equity, other));
    }

    private static Section section(Part part, List<AccountSum> accounts, Predicate<AccountSum> which, int sign, Money nothing) {
        List<Line> lines = accounts.stream().filter(which)
                .map(one -> new Line(one.account(), one.name(), signed(one.now(), sign), signed(one.before(), sign)))
                .toList();
        return new Section(part, lines, lines.stream().map(Line::now).reduce(nothing, Money::plus),
                lines.stream().map(Line::before).reduce(nothing, Money::plus));
    }

    private static Money signed(Money amount, int sign) {
        return sign < 0 ? amount.negated() : amount;
    }

    private static Section difference(Part part, Section one, Section other) {
        return new Section(part, List.of(), one.now().minus(other.now()), one.before().minus(other.before()));
    }
}
