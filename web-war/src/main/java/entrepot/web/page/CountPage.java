package entrepot.web.page;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.server.CountBoard;
import entrepot.inventory.count.server.CountDesk;
import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Quantity;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What lies there? Every scan and every number is kept at once, with its time and its counter. */
@Named
@RequestScoped
public class CountPage {

    private static final int LIMIT = 50;
    private static final int LATEST = 6;

    @EJB
    private CountBoard board;

    @EJB
    private CountDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private Scanner scanner;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String id;
    private String only;
    private String after;
    private String key;
    private CountBoard.Count count;
    private Part<CountBoard.Line> lines;
    private List<CountBoard.Line> latest;

    public void open() {
        UUID asked = Asked.id(id);
        count = asked == null ? null : board.find(asked).orElse(null);
        Missing.unless(count != null);
    }

    // What the buttons do

    /** Keeps what was typed since, then what was scanned. */
    public String enter() {
        UUID request = sent.key();
        List<CountDesk.Entry> typed = typed();
        if (!typed.isEmpty()) {
            if ("add".equals(sent.text("typed"))) {
                UUID own = UUID.nameUUIDFromBytes((request + " typed").getBytes(StandardCharsets.UTF_8));
                keep(typed, entries -> desk.add(Asked.id(id), own, "page:" + typed, entries));
            } else {
                keep(typed, entries -> desk.set(Asked.id(id), entries));
            }
        }
        List<Scanner.Scan> scans = scanner.read();
        if (!scans.isEmpty()) {
            List<CountDesk.Entry> found = scans.stream().map(scan -> new CountDesk.Entry(scan.sku(), scan.lot(), scan.expires(), Quantity.of(scan.units()), null, scan.pieces())).toList();
            keep(found, entries -> desk.add(Asked.id(id), request, "page:" + found, entries));
            hear(scans.get(scans.size() - 1));
        }
        key = UUID.randomUUID().toString();
        open();
        return null;
    }

    private List<CountDesk.Entry> typed() {
        List<CountDesk.Entry> typed = new ArrayList<>();
        for (long row : sent.rows("quantity")) {
            String text = sent.text("quantity." + row);
            String pieces = sent.text("pieces." + row);
            if (text == null || Objects.equals(text, sent.text("was." + row)) && Objects.equals(pieces, sent.text("waspieces." + row))) {
                continue;
            }
            Optional<Quantity> quantity = sent.quantity("quantity." + row);
            if (quantity.isPresent()) {
                typed.add(new CountDesk.Entry(sent.text("sku." + row), sent.text("lot." + row), null, quantity.get(), null, Scanner.whole(pieces)));
            } else {
                faults.note("/quantity." + row, show.text("count.nonumber", sent.text("sku." + row), text));
            }
        }
        found().ifPresent(typed::add);
        return typed;
    }

    /** A lot that is not on the sheet, typed. */
    private Optional<CountDesk.Entry> found() {
        String sku = sent.text("found.sku");
        if (sku == null) {
            return Optional.empty();
        }
        Optional<Quantity> quantity = sent.quantity("found.quantity");
        if (quantity.isEmpty()) {
            faults.note("/found.quantity", show.text("count.nonumber", sku, sent.text("found.quantity")));
        }
        return quantity.map(counted -> new CountDesk.Entry(sku, sent.text("found.lot"), Asked.day(sent.text("found.expires")), counted, null,
                Scanner.whole(sent.text("found.pieces"))));
    }

    /** All but those that cannot be; of these it says why. */
    private void keep(List<CountDesk.Entry> entries, Consumer<List<CountDesk.Entry>> act) {
        try {
            act.accept(entries);
        } catch (CountRefused refused) {
            refused.refusals().stream().map(Refusal::detail).distinct().forEach(why -> faults.note("/scan", why));
            Set<Integer> wrong = refused.refusals().stream().map(Refusal::line).collect(Collectors.toSet());
            List<CountDesk.Entry> rest = new ArrayList<>();
            for (int place = 0; place < entries.size(); place++) {
                if (!wrong.contains(place)) {
                    rest.add(entries.get(place));
                }
            }
            if (!wrong.contains(-1) && !rest.isEmpty()) {
                act.accept(rest);
            }
        }
    }

    private void hear(Scanner.Scan scan) {
        board.line(Asked.id(id), scan.sku(), scan.lot()).map(CountBoard.Line::counted)
                .ifPresent(counted -> scanner.hear(scan, show.quantity(counted)));
    }

    public String submit() {
        return act(desk::submit, "submitted");
    }

    public String cancel() {
        return act(desk::cancel, "cancelled");
    }

    private String act(Consumer<UUID> act, String done) {
        try {
            act.accept(Asked.id(id));
            boolean again = board.find(Asked.id(id)).orElseThrow().status() == CountStatus.RECOUNT;
            notes.good(show.word("count.done", again && done.equals("submitted") ? "again" : done));
        } catch (CountRefused refused) {
            refused.refusals().stream().map(Refusal::detail).distinct().forEach(notes::bad);
        }
        return "count.xhtml?faces-redirect=true&id=" + id;
    }

    // What the page shows

    public CountBoard.Count getCount() {
        return count;
    }

    public boolean isCounting() {
        return count != null && (count.status() == CountStatus.OPEN || count.status() == CountStatus.RECOUNT) && shell.may("storekeeper");
    }

    public boolean isCancellable() {
        boolean own = count != null && count.madeBy().equals(shell.getUser()) && count.status() != CountStatus.SUBMITTED;
        return count != null && count.status().isLive() && (own || shell.may("accountant"));
    }

    public boolean isReviewable() {
        return count != null && shell.goes("countreview") && (count.status() == CountStatus.SUBMITTED || count.status() == CountStatus.POSTED);
    }

    public Part<CountBoard.Line> getLines() {
        if (count == null) {
            return new Part<>(List.of(), null);
        }
        if (lines == null) {
            List<CountBoard.Line> rows = board.lines(Asked.id(id), getOnly(), (int) Math.min(Integer.MAX_VALUE, Asked.key(after, -1)), LIMIT + 1);
            lines = Part.of(rows, LIMIT, CountBoard.Line::number);
        }
        return lines;
    }

    /** What was counted last, so that a scanner sees what it did. */
    public List<CountBoard.Line> getLatest() {
        if (count == null) {
            return List.of();
        }
        if (latest == null) {
            latest = isCounting() ? board.latest(Asked.id(id), LATEST) : List.of();
        }
        return latest;
    }

    public List<CountBoard.Only> getFilters() {
        return List.of(CountBoard.Only.values());
    }

    public CountBoard.Only getOnly() {
        return Asked.oneOf(only, CountBoard.Only.class);
    }

    public boolean isTypedAdds() {
        return "add".equals(sent.text("typed"));
    }

    /** Of the next request: a batch of scans that is sent again counts once. */
    public String getKey() {
        if (key == null) {
            key = sent.key().toString();
        }
        return key;
    }

    public String getQuery() {
        return Query.of("id", id).and("only", only).text();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAsked() {
        return only;
    }

    public void setAsked(String asked) {
        only = asked;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
