package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.Confirmed;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.PurchaseOutcome.Why;
import entrepot.inventory.replenishment.server.PolicyBook;
import entrepot.inventory.replenishment.server.Replenisher;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.inbox.Inbox;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a buyer does with proposals, one act a transaction. {@link PurchaseDesk} tries again what lost a race. */
@Stateless
@RolesAllowed({"buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ProposalTransaction {

    @Inject
    private ProposalRows proposals;

    @Inject
    private OrderTable orders;

    @Inject
    private Once once;

    @Inject
    private Inbox inbox;

    @Inject
    private PolicyBook policies;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** @param version the buyer last saw */
    public PurchaseOutcome edit(long id, int version, Quantity quantity) {
        List<ProposalRows.Row> found = hold(List.of(id));
        Optional<PurchaseOutcome> refused = missing(List.of(id), found).or(() -> notLive(found));
        if (refused.isPresent()) {
            return refused.get();
        }
        ProposalRows.Row row = found.get(0);
        if (row.version() != version) {
            return PurchaseOutcome.refused(Why.STALE, "stale", "the proposal was changed meanwhile: read it again and repeat");
        }
        Optional<String> packing = row.packing().refusal(quantity);
        if (packing.isPresent()) {
            return PurchaseOutcome.refused(Why.ASKED, "packing", packing.get());
        }
        proposals.edit(id, quantity);
        return new PurchaseOutcome.Done(List.of(), false);
    }

    /** Nothing is proposed in their place for some days. One that is dismissed already stays so. */
    public PurchaseOutcome dismiss(List<Long> ids, String why) {
        List<ProposalRows.Row> found = hold(ids);
        Optional<PurchaseOutcome> missing = missing(ids, found);
        if (missing.isPresent()) {
            return missing.get();
        }
        List<ProposalRows.Row> live = found.stream().filter(row -> !row.status().equals("DISMISSED")).toList();
        Optional<PurchaseOutcome> refused = notLive(live);
        if (refused.isPresent()) {
            return refused.get();
        }
        LocalDate quietUntil = today().plusDays(policies.policy().quietDays() - 1L);
        live.forEach(row -> proposals.dismiss(row.id(), caller(), why, quietUntil));
        return new PurchaseOutcome.Done(List.of(), live.isEmpty());
    }

    /**
     * Makes one order for each supplier and location of these proposals, with the quantities that stand in them now.
     *
     * @param key  chosen by the client; a second try makes nothing
     * @param send the orders are sent today; else they are drafts
     */
    public PurchaseOutcome confirm(UUID key, String content, List<Long> ids, boolean send) {
        Optional<PurchaseOutcome> earlier = once.earlier(key, content);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<ProposalRows.Row> found = hold(ids);
        return once.earlier(key, content)
                .or(() -> missing(ids, found))
                .or(() -> notLive(found))
                .or(() -> refused(found))
                .orElseGet(() -> order(key, content, found, send));
    }

    private static Optional<PurchaseOutcome> refused(List<ProposalRows.Row> found) {
        var refusals = new ArrayList<Refusal>();
        for (int place = 0; place < found.size(); place++) {
            found.get(place).confirmed().refusal(place).ifPresent(refusals::add);
        }
        return refusals.isEmpty() ? Optional.empty() : Optional.of(new PurchaseOutcome.Refused(Why.ASKED, refusals));
    }

    private PurchaseOutcome order(UUID key, String content, List<ProposalRows.Row> found, boolean send) {
        List<UUID> made = new ArrayList<>();
        Confirmed.orders(found.stream().map(ProposalRows.Row::confirmed).toList()).forEach((party, lines) -> {
            UUID id = orderId(key, party);
            LocalDate on = send ? today() : null;
            orders.insert(new OrderTable.Fresh(id, party.supplier(), party.location(), on,
                    send ? today().plusDays(orders.leadTimeDays(party.supplier())) : null, null, null, null, caller(), lines), today().getYear());
            lines.forEach(line -> proposals.confirm(line.proposal(), caller(), id));
            made.add(id);
        });
        return once.claim(key, content, made);
    }

    /** The same for every try of one confirmation. */
    private static UUID orderId(UUID key, Confirmed.Party party) {
        String name = key + "/" + party.supplier() + "/" + party.location().value();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The rows in the order asked for; nobody else can change them any more. */
    private List<ProposalRows.Row> hold(List<Long> ids) {
        proposals.items(ids).forEach(item -> inbox.hold(Replenisher.CONSUMER, item));
        return proposals.read(ids).stream().sorted(Comparator.comparing(row -> ids.indexOf(row.id()))).toList();
    }

    private static Optional<PurchaseOutcome> missing(List<Long> ids, List<ProposalRows.Row> found) {
        List<Long> there = found.stream().map(ProposalRows.Row::id).toList();
        List<Long> missing = ids.stream().filter(id -> !there.contains(id)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(PurchaseOutcome.refused(Why.MISSING, "not-found", "no proposal " + missing));
    }

    private static Optional<PurchaseOutcome> notLive(List<ProposalRows.Row> found) {
        List<Refusal> closed = found.stream()
                .filter(row -> !row.isLive())
                .map(row -> new Refusal(found.indexOf(row), "proposal-state",
                        "the proposal of " + row.sku() + " is " + row.status() + " and no longer open"))
                .toList();
        return closed.isEmpty() ? Optional.empty() : Optional.of(new PurchaseOutcome.Refused(Why.STATE, closed));
    }

    private LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
