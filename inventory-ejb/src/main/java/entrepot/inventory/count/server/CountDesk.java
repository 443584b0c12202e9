package entrepot.inventory.count.server;

import entrepot.inventory.count.EntryMode;
import entrepot.kernel.Quantity;
import entrepot.platform.retry.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Where stock is counted: each act is one transaction, tried again when it lost a race. Nothing it answers says what the
 * book expects. Who made a count and who counts it is a storekeeper's matter, what comes of it an accountant's.
 */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CountDesk {

    @EJB
    private CountTransaction transaction;

    @Inject
    private Retry retry;

    /**
     * @param lot     of an item that is kept by lot; null with one by serial number says how many pieces lie there in all
     * @param expires of a lot that is found and not known, or null
     * @param at      when the shelf held it, or null: now
     * @param pieces  of catch-weight goods, else null
     */
    public record Entry(String sku, String lot, LocalDate expires, Quantity quantity, Instant at, Long pieces) {}

    /**
     * @param content what the client sent: a second try with the same id must say the same
     * @return whether it was made now
     * @throws CountRefused where it cannot be made
     */
    public boolean create(NewCount count, String content) {
        return retry.run(() -> transaction.create(count, content));
    }

    /**
     * One of each place of a zone: all of them or none.
     *
     * @return whether they were made now
     * @throws CountRefused where none can be made
     */
    public boolean createByZone(NewZoneCount round, String content) {
        return retry.run(() -> transaction.createByZone(round, content));
    }

    /** Adds to what is counted. @param key of the request, so that it counts once */
    @RolesAllowed({"storekeeper", "admin"})
    public void add(UUID count, UUID key, String content, List<Entry> entries) {
        retry.run(() -> {
            transaction.enter(count, key, content, EntryMode.ADD, entries);
            return count;
        });
    }

    /** Says what is counted, whatever was said before in this round. */
    @RolesAllowed({"storekeeper", "admin"})
    public void set(UUID count, List<Entry> entries) {
        retry.run(() -> {
            transaction.enter(count, null, null, EntryMode.SET, entries);
            return count;
        });
    }

    @RolesAllowed({"storekeeper", "admin"})
    public void submit(UUID count) {
        retry.run(() -> {
            transaction.submit(count);
            return count;
        });
    }

    /** Sends lines of a submitted count back to the shelves: all of these items, and those of these numbers. */
    @RolesAllowed({"accountant", "admin"})
    public void recount(UUID count, List<String> skus, List<Integer> numbers) {
        retry.run(() -> {
            transaction.recount(count, skus, numbers);
            return count;
        });
    }

    public void cancel(UUID count) {
        retry.run(() -> {
            transaction.cancel(count);
            return count;
        });
    }
}
