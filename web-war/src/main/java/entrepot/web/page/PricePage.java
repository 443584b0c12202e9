package entrepot.web.page;

import entrepot.trading.pricing.server.PriceByHand;
import entrepot.trading.pricing.server.PriceDesk;
import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.PriceRefused;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What does it cost to buy this from us, since when and why? And what should it cost? */
@Named
@RequestScoped
public class PricePage {

    private static final int ENTRIES = 100;
    private static final int LONGEST_REASON = 200;

    @EJB
    private PriceList list;

    @EJB
    private PriceRecords records;

    @EJB
    private PriceDesk desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Faults faults;

    @Inject
    private Show show;

    @Inject
    private Shell shell;

    private String sku;

    public void open() {
        Missing.unless(getLine() != null);
    }

    /** The list price; a price that stood at the old one follows. */
    public String base() {
        return set((price, reason) -> desk.base(sku, price, reason));
    }

    /** A price against the rules. */
    public String override() {
        return set((price, reason) -> desk.override(new PriceByHand.NewPrice(
                sent.key(), sku, price, reason, "page:" + sku + " " + price.toPlainString() + " " + reason)));
    }

    private interface Act {
        void set(BigDecimal price, String reason);
    }

    private String set(Act act) {
        Optional<BigDecimal> price = sent.number("price").filter(number -> number.scale() <= 6);
        String reason = sent.text("reason");
        if (price.isEmpty()) {
            faults.note("/price", show.word("price", "nonumber"));
        }
        if (reason == null || reason.length() > LONGEST_REASON) {
            faults.note("/reason", show.word("price", "noreason"));
        }
        if (faults.isAny()) {
            return null;
        }
        try {
            act.set(price.get(), reason);
            notes.good(show.text("price.done", sku, show.price(price.get())));
            return "price.xhtml?faces-redirect=true&sku=" + sku;
        } catch (PriceRefused refused) {
            refused.faults().forEach(fault -> faults.note(fault.pointer(), fault.detail()));
            return null;
        }
    }

    /** Null where there is no such item on sale. */
    public PriceList.Line getLine() {
        return Asked.text(sku) == null ? null : list.find(Asked.text(sku)).orElse(null);
    }

    public List<PriceRecords.Entry> getEntries() {
        return records.history(sku, Long.MAX_VALUE, ENTRIES);
    }

    public boolean isEditable() {
        return shell.may("pricing");
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }
}
