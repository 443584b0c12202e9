package entrepot.inventory.exchange;

import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * What a document's currency is worth in the book.
 *
 * @param rate of the book's currency for one of {@code of}; above zero, {@value #DIGITS} digits at most
 */
public record Exchange(Currency of, Currency book, BigDecimal rate) {

    public static final int DIGITS = 12;

    public Exchange {
        rate = rate.stripTrailingZeros();
        if (!isRate(rate)) {
            throw new IllegalArgumentException(
                    "rate " + rate.toPlainString() + " must be above 0 and have " + DIGITS + " digits at most");
        }
        if (of.equals(book) && rate.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(of + " is worth itself, not " + rate.toPlainString());
        }
    }

    public static boolean isRate(BigDecimal rate) {
        BigDecimal plain = rate.stripTrailingZeros();
        return plain.signum() > 0 && plain.precision() <= DIGITS && plain.scale() <= DIGITS;
    }

    /** The book's own currency. */
    public static Exchange none(Currency book) {
        return new Exchange(book, book, BigDecimal.ONE);
    }

    public boolean isForeign() {
        return !of.equals(book);
    }

    /** Half up to the book's smallest unit. */
    public Money inBook(Money amount) {
        if (!amount.currency().equals(of)) {
            throw new IllegalArgumentException("cannot change " + amount + " by a rate of " + of);
        }
        return isForeign() ? Money.rounded(amount.decimal().multiply(rate), book) : amount;
    }

    /** Each of a document's amounts, so that they add up to what all of it is worth. */
    public List<Money> inBook(List<Money> amounts) {
        List<Money> changed = new ArrayList<>();
        Money all = Money.zero(of);
        Money before = Money.zero(book);
        for (Money amount : amounts) {
            all = all.plus(amount);
            Money after = inBook(all);
            changed.add(after.minus(before));
            before = after;
        }
        return changed;
    }

    /** As far as an amount that was rounded in both currencies may be off, in the book's. */
    public Money roundingError() {
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(of.getDefaultFractionDigits()).multiply(rate);
        BigDecimal minor = smallest.movePointRight(book.getDefaultFractionDigits()).setScale(0, RoundingMode.UP);
        return isForeign() ? new Money(minor.longValueExact() + 1, book) : Money.zero(book);
    }
}
