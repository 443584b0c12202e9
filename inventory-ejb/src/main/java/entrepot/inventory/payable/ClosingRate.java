package entrepot.inventory.payable;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Open invoices in other currencies at the rate of a day. What each is worth more, or less, than it stands at goes to its own
 * account and to the exchange differences.
 *
 * @param open as of the day
 */
public record ClosingRate(LocalDate day, List<OpenInvoice> open, RateBook rates) {

    /** @param exchange null where no rate is known; @param worth by it, null likewise; @param difference that more is owed */
    public record Line(OpenInvoice invoice, Exchange exchange, Money worth, Money difference) {}

    public ClosingRate {
        open = List.copyOf(open);
    }

    public List<Line> lines() {
        return open.stream().map(this::line).toList();
    }

    private Line line(OpenInvoice invoice) {
        Exchange exchange = rates.on(invoice.owed().currency(), day).orElse(null);
        Money worth = exchange == null ? null : exchange.inBook(invoice.owed());
        return new Line(invoice, exchange, worth, worth == null ? null : worth.minus(invoice.carried()));
    }

    /** Those that are worth another amount than they stand at. */
    public List<Line> changed() {
        return lines().stream().filter(line -> line.difference() != null && !line.difference().isZero()).toList();
    }

    /** Why it cannot be posted. */
    public List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        TreeSet<String> missing = new TreeSet<>();
        lines().stream().filter(line -> line.exchange() == null).forEach(line -> missing.add(line.invoice().owed().currency().getCurrencyCode()));
        missing.forEach(code -> refusals.add(Refusal.whole("rate-missing", RateBook.missing(Currency.getInstance(code), day))));
        if (last() != null && day.isBefore(last())) {
            refusals.add(Refusal.whole("revalued-since", "what is owed stands at the rates of " + last() + ": undo that revaluation first"));
        } else if (missing.isEmpty() && changed().isEmpty()) {
            refusals.add(Refusal.whole("no-change", "nothing that is owed in another currency is worth another amount on " + day));
        }
        return refusals;
    }

    public List<MoneyLine> money() {
        List<MoneyLine> money = new ArrayList<>();
        changed().forEach(line -> money.add(MoneyLine.of(line.invoice().account(), line.difference().negated())));
        money.add(MoneyLine.of(AccountRole.EXCHANGE, difference()));
        return money;
    }

    /** The day of the last revaluation of one of them, or null. */
    public LocalDate last() {
        return open.stream().map(OpenInvoice::revalued).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /** What is lost by the rates, or below zero gained. */
    public Money difference() {
        return lines().stream().map(Line::difference).filter(Objects::nonNull).reduce(Money.zero(rates.book()), Money::plus);
    }
}
