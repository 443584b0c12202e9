package entrepot.web.page;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.server.NewReceipt;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.purchasing.server.PurchaseDesk;
import entrepot.inventory.purchasing.server.ReceivingDesk;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is coming with this order, and what of it came? */
@Named
@RequestScoped
public class OrderPage {

    @Inject
    private OrderBoard board;

    @Inject
    private PurchaseDesk desk;

    @Inject
    private ReceivingDesk receiving;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String id;
    private OrderBoard.Detail detail;

    public void open() {
        UUID asked = Asked.id(id);
        detail = asked == null ? null : board.find(asked).orElse(null);
        Missing.unless(detail != null);
    }

    public String send() {
        return act(desk.order(Asked.id(id), version(), null), "sent");
    }

    public String cancel() {
        return act(desk.cancel(Asked.id(id), version()), "cancelled");
    }

    private int version() {
        return sent.number("version").map(Number::intValue).orElse(-1);
    }

    private String act(PurchaseOutcome outcome, String done) {
        if (outcome instanceof PurchaseOutcome.Refused refused) {
            refused.refusals().stream().map(Refusal::detail).forEach(notes::bad);
        } else {
            notes.good(show.word("order.done", done));
        }
        return again();
    }

    /** Books what the fields say came; an empty field says that nothing of the line came. */
    public String receive() {
        List<NewReceipt.Line> lines = new ArrayList<>();
        for (long line : sent.rows("came")) {
            if (sent.text("came." + line) == null) {
                continue;
            }
            Optional<Quantity> quantity = sent.quantity("came." + line);
            if (quantity.isEmpty()) {
                notes.bad(show.text("order.noquantity", sent.text("came." + line)));
                return again();
            }
            lines.add(new NewReceipt.Line((int) line, quantity.get(), null));
        }
        if (lines.isEmpty()) {
            notes.bad(show.word("order.done", "nothing"));
        } else {
            post(lines);
        }
        return again();
    }

    private void post(List<NewReceipt.Line> lines) {
        Instant now = clock.instant();
        UUID order = Asked.id(id);
        String reference = sent.text("reference");
        NewReceipt receipt = new NewReceipt(sent.key(), order, companies.company().businessDate(now), now, reference, lines);
        PostingOutcome outcome = receiving.receive(receipt, "page:" + order + reference + lines);
        List<String> refused = outcome.fold(
                accepted -> List.of(),
                again -> List.of(),
                clash -> List.of(show.word("order.done", "clash")),
                refusal -> refusal.refusals().stream().map(Refusal::detail).toList());
        refused.forEach(notes::bad);
        if (refused.isEmpty()) {
            notes.good(show.word("order.done", "received"));
        }
    }

    private String again() {
        return "order.xhtml?faces-redirect=true&id=" + id;
    }

    public boolean isSendable() {
        return detail != null && shell.may("buyer") && detail.order().status() == OrderStatus.DRAFT;
    }

    public boolean isCancellable() {
        return detail != null && shell.may("buyer")
                && (detail.order().status() == OrderStatus.DRAFT || isComing());
    }

    public boolean isReceivable() {
        return detail != null && isComing() && (shell.may("buyer") || shell.may("storekeeper"));
    }

    private boolean isComing() {
        return detail.order().status() == OrderStatus.ORDERED || detail.order().status() == OrderStatus.PARTIAL;
    }

    public OrderBoard.Detail getDetail() {
        return detail;
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
