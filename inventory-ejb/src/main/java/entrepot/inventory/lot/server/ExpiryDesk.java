package entrepot.inventory.lot.server;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Corrects the last day of a lot that was written wrong: a posting that moves nothing, with the day it was beside the day it is. */
@Stateless
@RolesAllowed({"storekeeper", "accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExpiryDesk {

    private static final String TOLD = "INSERT INTO lot_expiry (posting_seq, lot_id, was, becomes) VALUES (?, ?, ?, ?)";
    private static final String CHANGED = "UPDATE lot SET expires = ? WHERE id = ? AND expires <=> ?";

    @EJB
    private PostingDesk desk;

    @Inject
    private CodeBook codes;

    @Inject
    private Database database;

    /** @param expires the last day of sale; null where it has none */
    public record Asked(String sku, String lot, LocalDate expires) {}

    private record Known(long id, LocalDate expires, boolean perishable) {}

    public PostingOutcome correct(Amendment head, Asked asked) {
        return desk.postPrepared(List.of(prepared(head, asked))).get(0);
    }

    private Prepared prepared(Amendment head, Asked asked) {
        var request = new PostingRequest(head.id(), PostingKind.EXPIRY, head.day(), head.at(), head.reference(), head.reason(), null, null,
                List.of(), List.of());
        if (codes.isPosted(head.id())) {
            return Prepared.of(new Command(request, head.content(), List.of()));
        }
        Optional<Known> lot = find(asked);
        String what = asked.lot() + " of " + asked.sku();
        if (lot.isEmpty()) {
            return refused("unknown-lot", "no lot " + what);
        }
        if (asked.expires() == null && lot.get().perishable()) {
            return refused("expiry-missing", asked.sku() + " expires: say the last day of lot " + asked.lot());
        }
        if (String.valueOf(asked.expires()).equals(String.valueOf(lot.get().expires()))) {
            return refused("expiry-same", "lot " + what + " has this last day already");
        }
        return Prepared.of(new Command(request, head.content(), companions(lot.get(), asked.expires())));
    }

    private Optional<Known> find(Asked asked) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT t.id, t.expires, i.perishable FROM lot t JOIN item i ON i.id = t.item_id WHERE i.sku = ? AND t.code = ?")
                .bind(0, asked.sku())
                .bind(1, asked.lot())
                .mapTo(Known.class)
                .findOne());
    }

    private static Prepared refused(String code, String detail) {
        return Prepared.refused(List.of(Refusal.whole(code, detail)));
    }

    private record Companion(String sql, LocalDate was, LocalDate becomes, long lot, boolean told) implements Alongside {
        @Override
        public List<List<Object>> rows(Posted posted) {
            return List.of(told ? Arrays.asList(posted.seq(), lot, was, becomes) : Arrays.asList(becomes, lot, was));
        }

        @Override
        public boolean mustHit() {
            return true;
        }
    }

    private static List<Alongside> companions(Known lot, LocalDate becomes) {
        return List.of(new Companion(TOLD, lot.expires(), becomes, lot.id(), true),
                new Companion(CHANGED, lot.expires(), becomes, lot.id(), false));
    }
}
