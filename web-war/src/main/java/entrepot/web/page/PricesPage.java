package entrepot.web.page;

import entrepot.trading.pricing.MarginSimulation;
import entrepot.trading.pricing.server.Once;
import entrepot.trading.pricing.server.PriceBatches;
import entrepot.trading.pricing.server.PriceDesk;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.PriceRefused;
import entrepot.trading.pricing.server.ProposalTable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/** Which prices should change? */
@Named
@RequestScoped
public class PricesPage {

    private static final int LIMIT = 100;

    @Inject
    private PriceRecords records;

    @Inject
    private PriceDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String sku;
    private String status;
    private String after;
    private Part<PriceRecords.Proposal> proposals;
    private MarginSimulation.Outcome simulation;

    public Part<PriceRecords.Proposal> getProposals() {
        if (proposals == null) {
            long before = Asked.key(after, Long.MAX_VALUE);
            proposals = Part.of(records.proposals(status(), Asked.text(sku), before, LIMIT + 1), LIMIT, PriceRecords.Proposal::id);
        }
        return proposals;
    }

    /** Share of the price by which it would go up, negative where down. */
    public BigDecimal change(PriceRecords.Proposal row) {
        return row.before() == null || row.before().signum() == 0 ? null
                : row.price().subtract(row.before()).divide(row.before(), 6, RoundingMode.HALF_UP);
    }

    /** Share of a price that is not cost. */
    public BigDecimal margin(BigDecimal price, BigDecimal cost) {
        return price == null || cost == null || price.signum() == 0 ? null
                : price.subtract(cost).divide(price, 6, RoundingMode.HALF_UP);
    }

    // What the buttons do

    /** Shows on the same page, with the ticks as they were. */
    public String simulate() {
        proposals = null;
        if (sent.ticked().isEmpty()) {
            notes.bad(show.word("prices", "untouched"));
            return null;
        }
        try {
            simulation = desk.simulate(sent.ticked(), new MarginSimulation.Assumption(days(), elasticity()));
        } catch (PriceRefused refused) {
            tell(refused);
        } catch (IllegalArgumentException outOfRange) {
            notes.bad(outOfRange.getMessage());
        }
        return null;
    }

    private int days() {
        return sent.number("days").map(number -> number.min(BigDecimal.valueOf(100_000)).intValue()).orElse(0);
    }

    private double elasticity() {
        return sent.number("elasticity").map(BigDecimal::doubleValue).orElse(-1.0);
    }

    public String approve() {
        List<Long> ticked = sent.ticked();
        if (ticked.isEmpty()) {
            notes.bad(show.word("prices", "untouched"));
            return again();
        }
        try {
            Once.Made batch = desk.approve(new PriceBatches.Approval(sent.key(), ticked, sent.text("note"), "page:" + ticked));
            notes.good(show.text("prices.approved", ticked.size(), Long.toString(batch.row())));
        } catch (PriceRefused refused) {
            tell(refused);
        }
        return again();
    }

    public String reject() {
        String note = sent.text("note");
        if (sent.ticked().isEmpty() || note == null) {
            notes.bad(show.word("prices", sent.ticked().isEmpty() ? "untouched" : "nonote"));
            return again();
        }
        try {
            sent.ticked().forEach(row -> desk.reject(row, note));
            notes.good(show.text("prices.rejected", sent.ticked().size()));
        } catch (PriceRefused refused) {
            tell(refused);
        }
        return again();
    }

    private void tell(PriceRefused refused) {
        refused.faults().stream().map(PriceRefused.Fault::detail).forEach(notes::bad);
    }

    private String again() {
        return "prices.xhtml?faces-redirect=true&" + getQuery();
    }

    private ProposalTable.Status status() {
        ProposalTable.Status asked = Asked.oneOf(status, ProposalTable.Status.class);
        return asked == null ? ProposalTable.Status.OPEN : asked;
    }

    public boolean isOpen() {
        return status() == ProposalTable.Status.OPEN;
    }

    public List<ProposalTable.Status> getStatuses() {
        return List.of(ProposalTable.Status.values());
    }

    /** Null until it is asked for. */
    public MarginSimulation.Outcome getSimulation() {
        return simulation;
    }

    public boolean isTicked(long row) {
        return sent.isTicked(row);
    }

    public String getDays() {
        return sent.text("days") == null ? "30" : sent.text("days");
    }

    public String getElasticity() {
        return sent.text("elasticity") == null ? "1" : sent.text("elasticity");
    }

    public String getNote() {
        return sent.text("note");
    }

    public String getKey() {
        return UUID.randomUUID().toString();
    }

    public String getQuery() {
        return Query.of("sku", sku).and("status", status).text();
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getStatus() {
        return status().name();
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
