package entrepot.web.page;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.DifferenceReason;
import entrepot.inventory.count.server.CountBoard;
import entrepot.inventory.count.server.CountDesk;
import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.count.server.ReviewBoard;
import entrepot.inventory.ledger.Refusal;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.web.api.ApprovalBody;
import entrepot.web.api.ApprovalIntake;
import entrepot.web.api.Postings;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where do shelf and book differ, why, and what will approving it do? */
@Named
@RequestScoped
public class CountReviewPage {

    private static final int LIMIT = 200;

    @EJB
    private CountBoard board;

    @EJB
    private ReviewBoard reviews;

    @EJB
    private CountDesk desk;

    @Inject
    private ApprovalIntake intake;

    @Inject
    private Confirmation confirmation;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    @Inject
    private CompanyFile companies;

    private String id;
    private String only;
    private String after;
    private String sku;
    private String lot;
    private CountBoard.Count count;
    private ReviewBoard.Review review;
    private Part<ReviewBoard.Line> lines;

    /** What is not handed in yet has no review: it is told on its sheet. */
    public String open() {
        UUID asked = Asked.id(id);
        count = asked == null ? null : board.find(asked).orElse(null);
        Missing.unless(count != null);
        if (count == null) {
            return null;
        }
        try {
            review = reviews.of(asked);
            return null;
        } catch (CountRefused early) {
            notes.bad(show.word("countreview", "early"));
            return "count.xhtml?faces-redirect=true&id=" + id;
        }
    }

    // What the buttons do

    public String look() {
        open();
        ApprovalBody body = body();
        return confirmation.look(content(body), () -> intake.preview(Asked.id(id), body));
    }

    public String book() {
        open();
        ApprovalBody body = body();
        return confirmation.book(content(body), this::look,
                () -> Postings.receipt(intake.approve(confirmation.getKey(), Asked.id(id), review.mark(), body)), "posting.xhtml",
                show.word("countreview", "posted"));
    }

    /** With the mark: what arrived since it was looked at is looked at again. */
    private String content(ApprovalBody body) {
        return review.mark() + " " + body;
    }

    private ApprovalBody body() {
        List<ApprovalBody.Reason> reasons = new ArrayList<>();
        for (long row : sent.rows("reason")) {
            if (sent.text("reason." + row) != null) {
                reasons.add(new ApprovalBody.Reason(sent.text("sku." + row), sent.text("lot." + row), sent.text("reason." + row)));
            }
        }
        return new ApprovalBody(sent.text("date"), reasons, sent.text("otherwise"));
    }

    /** Sends the lines that are ticked back to the shelves. */
    public String recount() {
        List<Integer> ticked = sent.ticked().stream().map(Long::intValue).toList();
        if (ticked.isEmpty()) {
            notes.bad(show.word("countreview", "noticks"));
            return again();
        }
        try {
            desk.recount(Asked.id(id), List.of(), ticked);
            notes.good(show.word("count.done", "again"));
            return "count.xhtml?faces-redirect=true&id=" + id;
        } catch (CountRefused refused) {
            refused.refusals().stream().map(Refusal::detail).forEach(notes::bad);
            return again();
        }
    }

    private String again() {
        return "countreview.xhtml?faces-redirect=true&id=" + id;
    }

    // What the page shows

    public boolean isApprovable() {
        return review != null && review.status() == CountStatus.SUBMITTED && shell.may("accountant");
    }

    public boolean isPosted() {
        return review != null && review.status() == CountStatus.POSTED;
    }

    /** Differences, or all lines where they are asked for. */
    public Part<ReviewBoard.Line> getLines() {
        if (lines == null && review != null) {
            long last = Asked.key(after, -1);
            List<ReviewBoard.Line> asked = (isAll() ? review.lines() : review.differences()).stream()
                    .filter(line -> line.number() > last).limit(LIMIT + 1L).toList();
            lines = Part.of(asked, LIMIT, ReviewBoard.Line::number);
        }
        return lines == null ? new Part<>(List.of(), null) : lines;
    }

    public boolean isAll() {
        return "all".equals(only);
    }

    public CountBoard.Count getCount() {
        return count;
    }

    public ReviewBoard.Review getReview() {
        return review;
    }

    public Money getMissing() {
        return review == null ? null : review.missing(companies.company().currency());
    }

    public Money getFound() {
        return review == null ? null : review.found(companies.company().currency());
    }

    public List<DifferenceReason> getReasons() {
        return List.of(DifferenceReason.values());
    }

    public boolean isChosen(String field, Object value) {
        return value.toString().equals(sent.text(field));
    }

    public List<ReviewBoard.Entry> getEntries() {
        return Asked.text(sku) == null ? List.of() : reviews.entries(Asked.id(id), sku, Asked.text(lot));
    }

    public List<ReviewBoard.Late> getLate() {
        return Asked.text(sku) == null ? List.of() : reviews.late(Asked.id(id), sku, Asked.text(lot));
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

    public String getOnly() {
        return only;
    }

    public void setOnly(String only) {
        this.only = only;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public String getLot() {
        return lot;
    }

    public void setLot(String lot) {
        this.lot = lot;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }
}
