package entrepot.trading.pricing.server;

import entrepot.trading.pricing.Objection;
import entrepot.trading.pricing.PriceCheck;
import entrepot.trading.pricing.Rollback;
import entrepot.trading.pricing.RuleBook;
import entrepot.trading.pricing.server.PriceRefused.Fault;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes many prices in one transaction, all or none, and takes such a batch back. */
@Stateless
@RolesAllowed({"pricing", "admin"})
public class PriceBatches {

    @Inject
    private Once once;

    @Inject
    private PriceTable prices;

    @Inject
    private ProposalTable proposals;

    @Inject
    private BatchTable batches;

    @EJB
    private PriceRules rules;

    @Inject
    private PriceFacts facts;

    @Resource
    private SessionContext context;

    /** @param content what the client sent: a second try with the same id must say the same */
    public record Approval(UUID id, List<Long> proposals, String note, String content) {}

    public record Undo(UUID id, long batch, String note, String content) {}

    public Once.Made approve(Approval approval) {
        return once.once(approval.id(), approval.content(), () -> apply(approval));
    }

    public Once.Made rollBack(Undo undo) {
        return once.once(undo.id(), undo.content(), () -> restore(undo));
    }

    private long apply(Approval approval) {
        Set<Long> items = new HashSet<>();
        proposals.byId(approval.proposals()).forEach(row -> items.add(row.item()));
        Map<Long, PriceTable.Entry> books = prices.lock(items);
        List<ProposalTable.Row> rows = proposals.byId(approval.proposals());
        refuseAny(faults(approval.proposals(), rows, books));
        String actor = actor();
        long batch = batches.add(new BatchTable.New(
                approval.id(), BatchTable.Kind.APPROVAL, actor, approval.note(), rows.size(), null, null));
        for (ProposalTable.Row row : rows) {
            PriceTable.Entry book = books.get(row.item());
            prices.set(book, book.basePrice(), row.price(), new PriceTable.Why(
                    PriceTable.Cause.PROPOSAL, actor, row.reason(), batch, row.id(), null));
            proposals.close(row.id(), ProposalTable.Status.APPLIED, actor, batch, approval.note());
        }
        return batch;
    }

    /** Everything that stands against any of them, as things are now. */
    private List<Fault> faults(List<Long> wanted, List<ProposalTable.Row> rows, Map<Long, PriceTable.Entry> books) {
        Map<Long, ProposalTable.Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String pointer = "/proposals/" + i;
            ProposalTable.Row row = byId.get(wanted.get(i));
            if (row == null) {
                faults.add(new Fault(pointer, "not-found", "no price proposal " + wanted.get(i)));
            } else {
                against(row, books.get(row.item()))
                        .forEach(one -> faults.add(new Fault(pointer, one.code(), row.sku() + ": " + one.detail())));
            }
        }
        return faults;
    }

    private List<Objection> against(ProposalTable.Row row, PriceTable.Entry book) {
        if (row.status() != ProposalTable.Status.OPEN) {
            return List.of(new Objection("not-open", "the proposal is " + row.status() + " already"));
        }
        if (book.price().compareTo(row.priceBefore()) != 0) {
            return List.of(new Objection("price-changed", "the price is " + book.price().toPlainString()
                    + " by now, the proposal starts from " + row.priceBefore().toPlainString()));
        }
        Optional<RuleBook.Entry> rule = rules.inForce(row.item(), row.categoryId());
        return rule.map(found -> PriceCheck.of(row.price(), found.rule(), facts.situation(book)))
                .orElse(List.of(new Objection("no-rule", "no rule covers the item any more")));
    }

    private long restore(Undo undo) {
        BatchTable.Kind kind = batches.kind(undo.batch()).orElseThrow(() ->
                PriceRefused.of(PriceRefused.Kind.MISSING, "not-found", "", "no price batch " + undo.batch()));
        if (kind == BatchTable.Kind.ROLLBACK) {
            throw PriceRefused.of(PriceRefused.Kind.CONFLICT, "is-rollback", "", "a rollback is not rolled back: approve anew");
        }
        List<Rollback.Change> changes = batches.changes(undo.batch());
        Map<Long, PriceTable.Entry> books = prices.lock(changes.stream().map(Rollback.Change::item).toList());
        batches.rolledBackBy(undo.batch()).ifPresent(by -> {
            throw PriceRefused.of(PriceRefused.Kind.CONFLICT, "rolled-back", "", "batch " + by + " rolled it back already");
        });
        Rollback plan = Rollback.of(changes, current(books));
        if (plan.restore().isEmpty()) {
            throw new PriceRefused(PriceRefused.Kind.CONFLICT, plan.conflicts().stream()
                    .map(conflict -> new Fault("", "price-changed", conflict.sku() + ": " + conflict.detail()))
                    .toList());
        }
        return restore(undo, plan, books);
    }

    private long restore(Undo undo, Rollback plan, Map<Long, PriceTable.Entry> books) {
        String actor = actor();
        long batch = batches.add(new BatchTable.New(undo.id(), BatchTable.Kind.ROLLBACK, actor, undo.note(), plan.restore().size(),
                ReasonJson.conflicts(plan.conflicts()), undo.batch()));
        for (Rollback.Change change : plan.restore()) {
            PriceTable.Entry book = books.get(change.item());
            String reason = ReasonJson.said("Batch " + undo.batch() + " was rolled back: " + undo.note());
            prices.set(book, book.basePrice(), change.before(), new PriceTable.Why(
                    PriceTable.Cause.ROLLBACK, actor, reason, batch, null, change.entry()));
            proposals.rolledBack(undo.batch(), change.item());
            proposals.supersede(change.item(), actor, "the price was rolled back");
        }
        return batch;
    }

    private static Map<Long, Rollback.Current> current(Map<Long, PriceTable.Entry> books) {
        Map<Long, Rollback.Current> current = new HashMap<>();
        books.forEach((item, book) -> current.put(item, new Rollback.Current(book.entry(), book.price())));
        return current;
    }

    private static void refuseAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new PriceRefused(PriceRefused.Kind.CONFLICT, faults);
        }
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
