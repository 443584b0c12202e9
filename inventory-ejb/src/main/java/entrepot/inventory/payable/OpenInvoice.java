package entrepot.inventory.payable;

import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import java.time.LocalDate;

/**
 * What a supplier wants, or gives back, in another currency than the book's.
 *
 * @param posting number of its posting in the book
 * @param owed    positive where it is owed, in its own currency
 * @param carried what it stands at in the book, with all revaluations so far; of the sign of {@code owed}
 * @param account in which it stands
 * @param revalued the last day on which it was brought to a closing rate, ever; or null
 */
public record OpenInvoice(
        long posting, String supplier, String number, LocalDate date, Money owed, Money carried, Account account, LocalDate revalued) {}
