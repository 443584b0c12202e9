package entrepot.web.page;

import entrepot.inventory.amend.AmendedLine;
import entrepot.inventory.amend.Correction;
import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.amend.server.AmendmentDesk;
import entrepot.inventory.journal.server.PostingReport;
import entrepot.inventory.journal.server.PostingView;
import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Quantity;
import entrepot.web.api.AmendmentIntake;
import entrepot.web.api.AmendmentIntake.Body;
import entrepot.web.api.AmendmentIntake.CorrectionBody;
import entrepot.web.api.AmendmentIntake.CorrectionLine;
import entrepot.web.api.AmendmentIntake.FixedPart;
import entrepot.web.api.AmendmentIntake.InvoicePriceBody;
import entrepot.web.api.AmendmentIntake.LandedCostBody;
import entrepot.web.api.AmendmentIntake.PriceLine;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What turned out different, and what follows from it? */
@Named
@RequestScoped
public class AmendPage {

    /** What may turn out different of goods that came; of others only the quantity. */
    public enum What {
        FREIGHT,
        PRICE,
        QUANTITY
    }

    @EJB
    private PostingReport report;

    @EJB
    private AmendmentDesk desk;

    @Inject
    private AmendmentIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Currencies currencies;

    @Inject
    private Sent sent;

    @Inject
    private Shell shell;

    @Inject
    private Show show;

    private String id;
    private String asked;
    private PostingView posting;
    private List<AmendedLine> lines;

    public void open() {
        Missing.unless(getPosting() != null && !getWhats().isEmpty());
    }

    public String look() {
        Body body = said();
        return confirmation.look(body, () -> intake.preview(confirmation.getKey(), body));
    }

    public String book() {
        Body body = said();
        return confirmation.book(body, this::look, () -> intake.book(confirmation.getKey(), body), "posting.xhtml", show.word("amend", "done"));
    }

    private Body said() {
        return switch (getWhat()) {
            case FREIGHT -> freight();
            case PRICE -> price();
            case QUANTITY -> quantity();
        };
    }

    private LandedCostBody freight() {
        return new LandedCostBody(List.of(id), Scanner.typed(sent.text("amount")), sent.text("by"), fixed(), currencies.chosen(), currencies.rate(),
                sent.text("date"), sent.text("reference"), sent.text("reason"));
    }

    /** What each line is said to bear, where it is. */
    private List<FixedPart> fixed() {
        return !LandedCost.By.FIXED.name().equals(sent.text("by")) ? null : getLines().stream()
                .filter(line -> sent.text("bears." + line.line()) != null)
                .map(line -> new FixedPart(id, line.line(), Scanner.typed(sent.text("bears." + line.line())))).toList();
    }

    /** Only what was typed over is said. */
    private InvoicePriceBody price() {
        List<PriceLine> changed = new ArrayList<>();
        for (AmendedLine line : getLines()) {
            String typed = Scanner.typed(sent.text("cost." + line.line()));
            if (differs(typed, unitPrice(line))) {
                changed.add(new PriceLine(line.line(), typed));
            }
        }
        return new InvoicePriceBody(id, changed, null, sent.text("date"), sent.text("reference"), sent.text("reason"));
    }

    private CorrectionBody quantity() {
        List<CorrectionLine> changed = new ArrayList<>();
        for (AmendedLine line : getLines()) {
            String typed = Scanner.typed(sent.text("quantity." + line.line()));
            Long pieces = Scanner.whole(sent.text("pieces." + line.line()));
            if (differs(typed, size(line).decimal()) || line.pieces() != null && !line.pieces().equals(pieces)) {
                changed.add(new CorrectionLine(line.line(), typed, pieces));
            }
        }
        return new CorrectionBody(id, changed, sent.text("date"), sent.text("reference"), sent.text("reason"));
    }

    /** What is no number is left to be refused by name. */
    private static boolean differs(String typed, BigDecimal standing) {
        return typed != null && (!typed.matches("-?\\d+(\\.\\d+)?") || new BigDecimal(typed).compareTo(standing) != 0);
    }

    // What the page shows

    public PostingView getPosting() {
        UUID key = Asked.id(id);
        if (posting == null && key != null) {
            posting = report.find(key).orElse(null);
        }
        return posting;
    }

    /** None while a sent form is being read, before it is known of what. */
    public List<AmendedLine> getLines() {
        if (Asked.id(id) == null) {
            return List.of();
        }
        if (lines == null) {
            lines = desk.lines(Asked.id(id));
        }
        return lines;
    }

    /** What this user may say of a posting of this kind. */
    public List<What> getWhats() {
        return getPosting() == null ? List.of() : whats(posting.head(), shell);
    }

    static List<What> whats(PostingView.Head head, Shell shell) {
        List<What> whats = new ArrayList<>();
        if (head.reversedBy() != null) {
            return whats;
        }
        boolean came = LandedCost.brings(head.kind());
        if (came && (shell.may("buyer") || shell.may("accountant"))) {
            whats.add(What.FREIGHT);
            whats.add(What.PRICE);
        }
        if (Correction.corrects(head.kind()) && head.source() == null && (shell.may("storekeeper") || shell.may("accountant"))) {
            whats.add(What.QUANTITY);
        }
        return whats;
    }

    public What getWhat() {
        What what = Asked.oneOf(asked, What.class);
        return what != null && getWhats().contains(what) ? what : getWhats().stream().findFirst().orElse(What.QUANTITY);
    }

    public boolean is(String what) {
        return getWhat() == What.valueOf(what.toUpperCase(Locale.ROOT));
    }

    public List<LandedCost.By> getWays() {
        return List.of(LandedCost.By.values());
    }

    public Quantity size(AmendedLine line) {
        return line.quantity().isPositive() ? line.quantity() : line.quantity().negated();
    }

    /** What a unit cost by the documents so far, in major units. */
    public BigDecimal unitPrice(AmendedLine line) {
        return line.quantity().isZero() ? BigDecimal.ZERO : line.price().perUnit(line.quantity()).stripTrailingZeros();
    }

    /** As typed, or as it stands. */
    public String typed(String field, String standing) {
        return sent.text(field) == null ? standing : sent.text(field);
    }

    public PostingKind getKind() {
        return getPosting() == null ? null : posting.head().kind();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAsked() {
        return asked;
    }

    public void setAsked(String asked) {
        this.asked = asked;
    }
}
