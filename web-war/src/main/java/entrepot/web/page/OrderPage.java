package entrepot.web.page;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.purchasing.server.PurchaseDesk;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.OrderReceiptBody;
import entrepot.web.api.OrderReceiptIntake;
import entrepot.web.api.Previews;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
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
    private OrderReceiptIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Faults faults;

    @Inject
    private CompanyFile companies;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    @Inject
    private Scanner scanner;

    private final Map<Integer, String> came = new HashMap<>();
    private final Map<Integer, String> lots = new HashMap<>();
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

    /** Counts what was scanned beside its line: first where something is still to come. */
    public String scan() {
        find();
        for (Scanner.Scan scan : scanner.read()) {
            Optional<OrderBoard.Line> line = detail.lines().stream()
                    .filter(one -> one.sku().equals(scan.sku()))
                    .min(Comparator.comparing(one -> one.received().compareTo(one.ordered()) >= 0));
            Optional<String> sum = line.flatMap(one -> scanner.sum(came(one.number()), scan.units()));
            if (sum.isEmpty()) {
                scanner.refuse(show.text("order.notonit", scan.sku()));
            } else {
                came.put(line.get().number(), sum.get());
                hearLot(line.get(), scan);
                scanner.hear(scan, sum.get());
            }
        }
        return null;
    }

    private void hearLot(OrderBoard.Line line, Scanner.Scan scan) {
        if (scan.lot() != null) {
            lots.put(line.number(), TypedLots.with(lots(line.number()), scan.lot(),
                    line.tracking() == Tracking.SERIAL ? null : scan.units(), scan.expires(), Language.here()));
        }
    }

    /** What the field beside a line holds. */
    public String came(int line) {
        return came.computeIfAbsent(line, number -> sent.text("came." + number));
    }

    /** Likewise of its lots or serial numbers. */
    public String lots(int line) {
        return lots.computeIfAbsent(line, number -> sent.text("lots." + number));
    }

    /** Shows what booking the fields would do to the books. */
    public String look() {
        find();
        OrderReceiptBody body = body();
        return body.lines().isEmpty() ? nothing() : confirmation.look(body, () -> preview(body));
    }

    private Previews.Preview preview(OrderReceiptBody body) {
        if (!isShipped()) {
            return intake.preview(confirmation.getKey(), detail.order().id(), body);
        }
        OrderReceiptIntake.Delivery delivery = intake.previewDelivery(confirmation.getKey(), detail.order().id(), body);
        return delivery.receipt().and(delivery.sale());
    }

    /** Books what the fields say came; an empty field says that nothing of the line came. */
    public String receive() {
        find();
        OrderReceiptBody body = body();
        if (body.lines().isEmpty()) {
            return nothing();
        }
        try {
            if (isShipped()) {
                intake.bookDelivery(confirmation.getKey(), detail.order().id(), body);
            } else {
                intake.book(confirmation.getKey(), detail.order().id(), body);
            }
        } catch (ApiProblem refused) {
            faults.note(refused);
            return null;
        }
        notes.good(show.word("order.done", "received"));
        return again();
    }

    private String nothing() {
        faults.note("", show.word("order.done", "nothing"));
        return null;
    }

    private OrderReceiptBody body() {
        return new OrderReceiptBody(sent.text("date"), null, sent.text("reference"), null, Scanner.typed(sent.text("rate")), null, null,
                sent.text("wasCounted") == null ? null : true, sent.rows("came").stream()
                        .filter(line -> sent.text("came." + line) != null || sent.text("damaged." + line) != null).map(this::line).toList());
    }

    private OrderReceiptBody.Line line(long line) {
        String fit = Scanner.typed(sent.text("came." + line));
        String damaged = Scanner.typed(sent.text("damaged." + line));
        return new OrderReceiptBody.Line((int) line, fit == null ? "0" : fit, null, TypedLots.read(sent.text("lots." + line), whole(line, fit), Language.here()),
                Scanner.typed(sent.text("noted." + line)), damaged, sent.text("refused." + line) == null, sent.text("why." + line),
                TypedLots.read(sent.text("badlots." + line), whole(line, damaged), Language.here()), Scanner.whole(sent.text("pieces." + line)),
                Scanner.whole(sent.text("badpieces." + line)));
    }

    /** All of a lot that is named alone; a piece is one. */
    private String whole(long line, String quantity) {
        return detail.lines().stream().anyMatch(one -> one.number() == line && one.tracking() == Tracking.SERIAL) ? null : quantity;
    }

    private void find() {
        detail = board.find(Asked.id(id)).orElseThrow();
    }

    private boolean isShipped() {
        return detail.order().customer() != null;
    }

    /** Once it is dated before today, it may be of goods that were counted since. */
    public boolean isAskingOfCount() {
        LocalDate day = Asked.day(confirmation.getDate());
        return isReceivable() && !isShipped() && day != null && day.isBefore(confirmation.today());
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

    /** Of its costs. */
    public String getCurrency() {
        return detail == null ? null : detail.order().cost().currency().getCurrencyCode();
    }

    public boolean isForeign() {
        return detail != null && !detail.order().cost().currency().equals(companies.company().currency());
    }

    public OrderBoard.Detail getDetail() {
        return detail;
    }

    public String getKey() {
        return sent.key().toString();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
