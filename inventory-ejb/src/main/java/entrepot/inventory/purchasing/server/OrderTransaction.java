package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.OrderLine;
import entrepot.inventory.purchasing.OrderState;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.PurchaseOutcome.Why;
import entrepot.inventory.replenishment.server.Replenisher;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.inbox.Inbox;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a buyer does with orders, one act a transaction. What is on order changes with it, so the items are decided again
 * in the same transaction.
 */
@Stateless
@RolesAllowed({"buyer", "admin", "system"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OrderTransaction {

    @Inject
    private OrderTable orders;

    @Inject
    private OrderCodes codes;

    @Inject
    private Once once;

    @Inject
    private Inbox inbox;

    @EJB
    private Replenisher replenisher;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    public PurchaseOutcome create(NewOrder order, String content) {
        Optional<PurchaseOutcome> earlier = once.earlier(order.id(), content);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        OrderCodes.Found found = codes.find(order);
        if (!found.refusals().isEmpty()) {
            return new PurchaseOutcome.Refused(Why.ASKED, found.refusals());
        }
        Collection<Long> items = items(found.lines());
        hold(items);
        orders.insert(new OrderTable.Fresh(order.id(), found.supplier(), found.location(), order.orderedOn(),
                expected(order, found.leadTimeDays()), order.note(),
                order.currency() == null ? null : order.currency().getCurrencyCode(), found.customer(), caller(), found.lines()), year(order.orderedOn()));
        if (order.orderedOn() == null || !order.orderedOn().isBefore(today())) {
            items.forEach(replenisher::review);
        }
        return once.claim(order.id(), content, List.of(order.id()));
    }

    /** Other lines, day and note for a draft. */
    public PurchaseOutcome change(UUID id, int version, LocalDate expectedOn, String note, List<NewOrder.Line> asked) {
        var refusals = new ArrayList<Refusal>();
        List<OrderLine> lines = codes.lines(asked, isForeign(id), isShipped(id), refusals);
        if (!refusals.isEmpty()) {
            return new PurchaseOutcome.Refused(Why.ASKED, refusals);
        }
        return act(id, version, lines, order -> {
            if (!(order.state() instanceof OrderState.Draft)) {
                return wrongState(order, "changed");
            }
            orders.replaceLines(id, lines);
            orders.note(id, expectedOn, note);
            return PurchaseOutcome.done(id);
        });
    }

    /** Sends a draft. @param on the day it is sent, or null: today */
    public PurchaseOutcome order(UUID id, int version, LocalDate on) {
        return act(id, version, List.of(), order -> {
            if (!(order.state() instanceof OrderState.Draft)) {
                return wrongState(order, "ordered");
            }
            LocalDate day = on == null ? today() : on;
            orders.ordered(id, day, day.plusDays(order.leadTimeDays()));
            return PurchaseOutcome.done(id);
        });
    }

    /** Ends a draft, or what has not come yet of an order that was sent. */
    public PurchaseOutcome cancel(UUID id, int version) {
        return act(id, version, List.of(), order -> {
            if (order.state() instanceof OrderState.Draft draft) {
                orders.status(id, draft.cancel().status());
            } else if (order.state() instanceof OrderState.Open open) {
                orders.status(id, open.cancelRest().status());
            } else {
                return wrongState(order, "cancelled");
            }
            return PurchaseOutcome.done(id);
        });
    }

    /** Marks first, then the order, so that decisions and acts wait for each other in one direction only. */
    private PurchaseOutcome act(UUID id, int version, List<OrderLine> more, Function<OrderTable.Stored, PurchaseOutcome> act) {
        Optional<OrderTable.Stored> seen = orders.find(id);
        if (seen.isEmpty()) {
            return PurchaseOutcome.refused(Why.MISSING, "not-found", "no purchase order " + id);
        }
        Collection<Long> items = items(more);
        items.addAll(seen.get().items());
        hold(items);
        OrderTable.Stored order = orders.lock(id).orElseThrow();
        if (order.version() != version || order.version() != seen.get().version()) {
            return PurchaseOutcome.refused(Why.STALE, "stale", "the order was changed meanwhile: read it again and repeat");
        }
        PurchaseOutcome outcome = act.apply(order);
        if (outcome instanceof PurchaseOutcome.Done) {
            items.forEach(replenisher::review);
        }
        return outcome;
    }

    private boolean isShipped(UUID order) {
        return orders.find(order).map(OrderTable.Stored::customer).isPresent();
    }

    private boolean isForeign(UUID order) {
        return orders.find(order).map(OrderTable.Stored::currency).isPresent();
    }

    private static PurchaseOutcome wrongState(OrderTable.Stored order, String act) {
        return PurchaseOutcome.refused(Why.STATE, "order-state",
                order.number() + " is " + order.state().status() + " and cannot be " + act);
    }

    private void hold(Collection<Long> items) {
        items.forEach(item -> inbox.hold(Replenisher.CONSUMER, item));
    }

    private static Collection<Long> items(List<OrderLine> lines) {
        Collection<Long> items = new TreeSet<>();
        lines.forEach(line -> items.add(line.item().value()));
        return items;
    }

    private static LocalDate expected(NewOrder order, int leadTimeDays) {
        boolean known = order.expectedOn() != null || order.orderedOn() == null;
        return known ? order.expectedOn() : order.orderedOn().plusDays(leadTimeDays);
    }

    private int year(LocalDate orderedOn) {
        return (orderedOn == null ? today() : orderedOn).getYear();
    }

    private LocalDate today() {
        return companies.company().businessDate(clock.instant());
    }

    private String caller() {
        return context.getCallerPrincipal().getName();
    }
}
