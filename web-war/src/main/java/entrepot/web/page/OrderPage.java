package entrepot.web.page;

import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.purchasing.PurchaseOutcome;
import entrepot.inventory.purchasing.server.DropShipDesk;
import entrepot.inventory.purchasing.server.NewReceipt;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.inventory.purchasing.server.PurchaseDesk;
import entrepot.inventory.purchasing.server.ReceivingDesk;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
    private DropShipDesk dropShip;

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

    @Inject
    private Scanner scanner;

    private final Map<Integer, String> came = new HashMap<>();
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
        detail = board.find(Asked.id(id)).orElseThrow();
        for (Scanner.Scan scan : scanner.read()) {
            Optional<OrderBoard.Line> line = detail.lines().stream()
                    .filter(one -> one.sku().equals(scan.sku()))
                    .min(Comparator.comparing(one -> one.received().compareTo(one.ordered()) >= 0));
            Optional<String> sum = line.flatMap(one -> scanner.sum(came(one.number()), scan.units()));
            if (sum.isEmpty()) {
                scanner.refuse(show.text("order.notonit", scan.sku()));
            } else {
                came.put(line.get().number(), sum.get());
                scanner.hear(scan, sum.get());
            }
        }
        return null;
    }

    /** What the field beside a line holds. */
    public String came(int line) {
        return came.computeIfAbsent(line, number -> sent.text("came." + number));
    }

    /** Books what the fields say came; an empty field says that nothing of the line came. */
    public String receive() {
        List<NewReceipt.Line> lines = new ArrayList<>();
        for (long line : sent.rows("came")) {
            if (sent.text("came." + line) == null && sent.text("damaged." + line) == null) {
                continue;
            }
            for (String field : List.of("came.", "damaged.", "noted.")) {
                if (sent.text(field + line) != null && sent.quantity(field + line).isEmpty()) {
                    return stay(show.text("order.noquantity", sent.text(field + line)));
                }
            }
            lines.add(line(line));
        }
        return lines.isEmpty() ? stay(show.word("order.done", "nothing")) : rated(lines);
    }

    private NewReceipt.Line line(long line) {
        Quantity fit = sent.quantity("came." + line).orElse(Quantity.ZERO);
        Quantity damaged = sent.quantity("damaged." + line).orElse(Quantity.ZERO);
        Quantity delivered = sent.quantity("noted." + line).orElse(fit.plus(damaged));
        return new NewReceipt.Line((int) line, fit, null, List.of(), new NewReceipt.Noted(
                delivered, damaged, sent.text("refused." + line) == null, List.of(), sent.text("why." + line)));
    }

    private String rated(List<NewReceipt.Line> lines) {
        Optional<BigDecimal> rate = sent.number("rate").filter(Exchange::isRate);
        return sent.text("rate") != null && rate.isEmpty() ? stay(show.word("exchange.rate", "wrong")) : post(lines, rate.orElse(null));
    }

    private String post(List<NewReceipt.Line> lines, BigDecimal rate) {
        Instant now = clock.instant();
        UUID order = Asked.id(id);
        String reference = sent.text("reference");
        NewReceipt receipt = new NewReceipt(sent.key(), order, companies.company().businessDate(now), now, reference, null, null, null, rate, lines);
        String content = "page:" + order + reference + lines + (rate == null ? "" : rate);
        List<PostingOutcome> outcomes = board.find(order).map(OrderBoard.Detail::order).map(OrderBoard.Order::customer).isPresent()
                ? dropShip.deliver(receipt, content) : List.of(receiving.receive(receipt, content));
        List<String> refused = outcomes.stream().flatMap(outcome -> outcome.<Stream<String>>fold(
                accepted -> Stream.empty(),
                again -> Stream.empty(),
                clash -> Stream.of(show.word("order.done", "clash")),
                refusal -> refusal.refusals().stream().map(Refusal::detail))).toList();
        if (!refused.isEmpty()) {
            return stay(refused.toArray(String[]::new));
        }
        notes.good(show.word("order.done", "received"));
        return again();
    }

    /** Says what is wrong and leaves in the fields what was entered. */
    private String stay(String... wrong) {
        List.of(wrong).forEach(notes::bad);
        detail = board.find(Asked.id(id)).orElseThrow();
        return null;
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
