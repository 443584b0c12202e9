package entrepot.inventory.promise.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Stock;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentRefused.Why;
import entrepot.inventory.ledger.server.StockLock;
import entrepot.inventory.promise.AvailableToPromise;
import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.Waiting;
import entrepot.inventory.promise.server.ReservationTable.Change;
import entrepot.inventory.promise.server.ReservationTable.Rest;
import entrepot.kernel.LocationId;
import entrepot.kernel.Quantity;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.idempotency.Idempotency;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One act on reservations a transaction: the goods are locked first, then their rows, as a sale does it. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReservationTransaction {

    @Inject
    private Database database;

    @Inject
    private ReservationTable table;

    @Inject
    private Prospects prospects;

    @Inject
    private StockLock goods;

    @Inject
    private CodeBook codes;

    @Inject
    private KitsReserved kits;

    @Inject
    private Idempotency idempotency;

    @Resource
    private SessionContext context;

    /** @return whether it was made now; false where an earlier try of the same made it */
    public boolean reserve(NewReservation document, String content) {
        Optional<Idempotency.Claim> earlier = database.jdbi().withHandle(handle -> idempotency.earlier(handle, document.id()));
        if (earlier.isPresent()) {
            if (earlier.get().posting() != null || !earlier.get().covers(content)) {
                throw ReservationRefused.of(Why.ASKED, "idempotency-clash", "the key " + document.id()
                        + " was used before for another request; a new request needs a new key");
            }
            return false;
        }
        NewReservation asked = kits.parts(document);
        Resolved resolved = resolve(asked);
        lock(resolved.sites());
        LocalDate wantedOn = asked.wantedOn() == null ? prospects.today() : asked.wantedOn();
        table.insert(asked, resolved.customer(), wantedOn, caller());
        List<Refusal> refusals = new ArrayList<>();
        for (int number = 0; number < asked.lines().size(); number++) {
            reserve(asked, number, resolved.sites().get(number), wantedOn).ifPresent(refusals::add);
        }
        ReservationRefused.ifAny(Why.STATE, refusals);
        var claim = new Idempotency.Claim(asked.id(), Fingerprint.of(content), null, "\"" + asked.id() + "\"");
        database.jdbi().useHandle(handle -> idempotency.claim(handle, List.of(claim)));
        return true;
    }

    private record Resolved(Long customer, List<Stock.Place> sites) {}

    private Resolved resolve(NewReservation asked) {
        List<Refusal> refusals = new ArrayList<>();
        Long customer = codes.customers(asked.customer() == null ? List.of() : List.of(asked.customer())).get(asked.customer());
        if (asked.customer() != null && customer == null) {
            refusals.add(Refusal.whole("unknown-customer", "no customer '" + asked.customer() + "'"));
        }
        Map<String, CodeBook.Item> items = codes.items(asked.lines().stream().map(NewReservation.Line::sku).toList());
        Map<String, LocationId> locations = codes.sites(asked.lines().stream().map(NewReservation.Line::location).toList());
        List<Stock.Place> sites = new ArrayList<>();
        for (int number = 0; number < asked.lines().size(); number++) {
            NewReservation.Line line = asked.lines().get(number);
            CodeBook.Item item = items.get(line.sku());
            LocationId location = locations.get(line.location());
            if (item == null) {
                refusals.add(new Refusal(asked.documentLine(number), "unknown-sku", "no item '" + line.sku() + "' is on sale"));
            }
            if (location == null) {
                refusals.add(new Refusal(asked.documentLine(number), "unknown-location", "no site '" + line.location() + "'"));
            }
            if (item != null && location != null) {
                sites.add(new Stock.Place(item.id(), location));
            }
        }
        ReservationRefused.ifAny(Why.ASKED, refusals);
        return new Resolved(customer, sites);
    }

    /** Takes what is free now; the rest waits for what is on order, if that comes in time. */
    private Optional<Refusal> reserve(NewReservation asked, int number, Stock.Place site, LocalDate wantedOn) {
        Quantity quantity = asked.lines().get(number).quantity();
        AvailableToPromise promisable = prospects.promisable(site);
        if (promisable.on(wantedOn).compareTo(quantity) < 0) {
            return Optional.of(new Refusal(asked.documentLine(number), "not-available", "wanted " + quantity + " units of "
                    + asked.lines().get(number).sku() + " at " + asked.lines().get(number).location() + " for " + wantedOn + ", "
                    + promisable.on(wantedOn) + " can be promised for that day; " + promisable.earliest(quantity)
                            .map(day -> "all of it for " + day).orElse("no day is known for all of it")));
        }
        table.insertLine(asked.id(), number, site, quantity, asked.lines().get(number).kit());
        Quantity free = prospects.standing(site).free();
        Quantity held = free.isPositive() ? Quantity.smaller(free, quantity) : Quantity.ZERO;
        table.change(new Change(asked.id(), number, site, "RESERVED", held, quantity.minus(held), null), caller());
        return Optional.empty();
    }

    /** @param lines numbers of those whose rest is free again; empty: all */
    public void release(UUID reservation, Collection<Integer> lines, String reason) {
        List<Rest> rests = lockAll(reservation);
        List<Refusal> refusals = lines.stream()
                .filter(number -> rests.stream().noneMatch(rest -> rest.line() == number))
                .map(number -> Refusal.whole("unknown-reservation-line", "the reservation has no line " + number))
                .toList();
        ReservationRefused.ifAny(Why.ASKED, refusals);
        free(rests.stream().filter(rest -> lines.isEmpty() || lines.contains(rest.line())).toList(), ReservationStatus.RELEASED, reason);
    }

    /**
     * It is wanted on another day, or kept until another time. A promise made to others is not broken by it.
     *
     * @param expiresAt null: it does not expire
     */
    public void move(UUID reservation, LocalDate wantedOn, Instant expiresAt, int priority) {
        List<Rest> rests = lockAll(reservation).stream().filter(rest -> !rest.isNothing()).toList();
        if (rests.isEmpty()) {
            throw ReservationRefused.of(Why.STATE, "reservation-state", "nothing is left of the reservation: it was fulfilled, released or has expired");
        }
        List<Stock.Place> sites = rests.stream().map(Rest::site).distinct().toList();
        Map<Stock.Place, Boolean> broken = new HashMap<>();
        sites.forEach(site -> broken.put(site, prospects.promisable(site).isBroken()));
        String before = table.move(reservation, wantedOn, expiresAt, priority);
        List<Refusal> refusals = sites.stream().filter(site -> !broken.get(site) && prospects.promisable(site).isBroken())
                .map(site -> Refusal.whole("not-available", "what is on order does not come by " + wantedOn)).distinct().toList();
        ReservationRefused.ifAny(Why.STATE, refusals);
        Rest first = rests.get(0);
        table.change(new Change(reservation, first.line(), first.site(), "MOVED", Quantity.ZERO, Quantity.ZERO, before), caller());
    }

    /** Frees what is left of it, if its time has come. */
    public void expire(UUID reservation) {
        List<Rest> rests = lockAll(reservation);
        if (table.hasExpired(reservation)) {
            free(rests, ReservationStatus.EXPIRED, null);
        }
    }

    private List<Rest> lockAll(UUID reservation) {
        List<Rest> seen = table.rests(reservation, false);
        if (seen.isEmpty()) {
            throw ReservationRefused.of(Why.MISSING, "not-found", "no reservation " + reservation);
        }
        lock(seen.stream().map(Rest::site).toList());
        return table.rests(reservation, true);
    }

    private void free(List<Rest> rests, ReservationStatus how, String reason) {
        for (Rest rest : rests) {
            if (!rest.isNothing()) {
                table.change(new Change(rest.reservation(), rest.line(), rest.site(), how.name(), rest.held().negated(),
                        rest.awaited().negated(), reason), caller());
            }
        }
        rests.stream().map(Rest::reservation).distinct().forEach(id -> table.end(id, how));
        rests.stream().map(Rest::site).distinct().forEach(this::handOutFree);
    }

    /** Gives what is free at a site to those who wait for it. */
    public void handOut(Stock.Place site) {
        lock(List.of(site));
        handOutFree(site);
    }

    private void handOutFree(Stock.Place site) {
        for (Waiting.Share share : Waiting.shares(prospects.standing(site).free(), table.waiting(site))) {
            table.change(new Change(share.line().reservation(), share.line().line(), site, "ARRIVED", share.quantity(),
                    share.quantity().negated(), null), caller());
        }
    }

    private void lock(Collection<Stock.Place> sites) {
        database.jdbi().useHandle(handle -> goods.hold(handle, sites));
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
