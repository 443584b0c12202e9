package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.InstrumentDesk;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.InstrumentBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What an instrument is, as somebody changes it. */
@Named
@RequestScoped
public class InstrumentForm {

    @Inject
    private InstrumentDesk desk;

    @Inject
    private Retry retry;

    @Inject
    private CatalogueForm form;

    @Inject
    private Sent sent;

    @Inject
    private Faults faults;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private boolean stale;

    public String save(String symbol) {
        try {
            Instrument changed = new InstrumentBody(symbol, sent.text("name"), sent.text("kind"), sent.text("currency"), sent.text("tick"),
                    sent.text("belowzero") != null).read();
            retry.run(() -> {
                desk.change(form.version(), changed);
                return changed;
            });
            notes.good(show.word("form", "kept"));
            return "instrument.xhtml?faces-redirect=true&symbol=" + symbol;
        } catch (ApiProblem wrong) {
            wrong.errors().forEach(error -> faults.note(error.pointer(), show.word("instrument.field", error.pointer().substring(1)) + ": " + error.detail()));
        } catch (MarketRefused refused) {
            stale = refused.kind() == MarketRefused.Kind.STALE;
            faults.note("", stale ? show.word("form", "stale") : refused.getMessage());
        }
        return null;
    }

    /** Whether somebody else changed it since the form was opened. */
    public boolean isStale() {
        return stale;
    }

    /** What was entered, where the form comes back; else what is kept. */
    public String value(String field, Object kept) {
        return form.value(field, kept);
    }

    public boolean isTicked(String field, boolean kept) {
        return form.isTicked(field, kept);
    }

    public List<InstrumentKind> getKinds() {
        return List.of(InstrumentKind.values());
    }
}
