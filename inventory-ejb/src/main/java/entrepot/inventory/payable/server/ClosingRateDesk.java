package entrepot.inventory.payable.server;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.payable.ClosingRate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Brings what is owed in other currencies to the closing rate. */
@Stateless
@RolesAllowed({"accountant", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ClosingRateDesk {

    private static final String TOLD = "INSERT INTO payable_revaluation (posting_seq, invoice_seq, currency, rate, owed, worth, difference)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private PayableTable table;

    /** What is owed at the end of a day, and what it would be worth. @param currency code, or null for all */
    @RolesAllowed({"accountant", "auditor", "admin", "system"})
    public ClosingRate on(LocalDate day, String currency) {
        return table.on(day, currency);
    }

    public PostingOutcome revalue(Amendment head, String currency) {
        return desk.postPrepared(List.of(prepared(head, currency))).get(0);
    }

    public Books.Attempt preview(Amendment head, String currency) {
        return desk.preview(prepared(head, currency));
    }

    private Prepared prepared(Amendment head, String currency) {
        if (codes.isPosted(head.id())) {
            return Prepared.of(new Command(request(head, List.of()), head.content(), List.of()));
        }
        ClosingRate rate = table.on(head.day(), currency);
        List<Refusal> refusals = rate.refusals();
        return refusals.isEmpty()
                ? Prepared.of(new Command(request(head, rate.money()), head.content(), List.of(told(rate))))
                : Prepared.refused(refusals);
    }

    private static PostingRequest request(Amendment head, List<MoneyLine> money) {
        return new PostingRequest(head.id(), PostingKind.CLOSING_RATE, head.day(), head.at(), head.reference(), head.reason(), null, null,
                List.of(), money);
    }

    private static Alongside told(ClosingRate rate) {
        return new Alongside.Rows(TOLD, true, posted -> rate.changed().stream()
                .map(line -> List.<Object>of(posted.seq(), line.invoice().posting(), line.invoice().owed().currency().getCurrencyCode(),
                        line.exchange().rate().toPlainString(), line.invoice().owed().minor(), line.worth().minor(), line.difference().minor()))
                .toList());
    }
}
