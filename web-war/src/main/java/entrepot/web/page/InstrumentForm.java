package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.market.FutureTerms;
import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.Joining;
import entrepot.trading.market.RollRule.RollBy;
import entrepot.trading.market.server.InstrumentDesk;
import entrepot.trading.market.server.MarketRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.InstrumentBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What an instrument is, as somebody makes or changes it. */
@Named
@RequestScoped
public class InstrumentForm {

    private static final String INSTRUMENT = "instrument.xhtml?faces-redirect=true&symbol=";
    private static final String IMPORT = "importbars.xhtml?faces-redirect=true&symbol=";

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

    public String create() {
        return kept(sent.text("symbol"), desk::create, InstrumentKind.CONTINUOUS.name().equals(sent.text("kind")) ? INSTRUMENT : IMPORT);
    }

    public String save(String symbol) {
        String there = kept(symbol, changed -> desk.change(form.version(), changed), INSTRUMENT);
        if (there != null) {
            notes.good(show.word("form", "kept"));
        }
        return there;
    }

    private String kept(String symbol, Consumer<Instrument> act, String address) {
        try {
            Instrument read = body(symbol).read();
            retry.run(() -> {
                act.accept(read);
                return read;
            });
            return address + read.symbol();
        } catch (ApiProblem wrong) {
            wrong.errors().forEach(error -> faults.note(error.pointer(), show.word("instrument.field", error.pointer().substring(1).replace('/', '.')) + ": " + error.detail()));
        } catch (MarketRefused refused) {
            stale = refused.kind() == MarketRefused.Kind.STALE;
            faults.note("", stale ? show.word("form", "stale") : refused.getMessage());
        }
        return null;
    }

    private InstrumentBody body(String symbol) {
        List<String> future = Stream.of("multiplier", "margin", "root", "expiry", "rollBy", "rollDays", "joined").map(sent::text).toList();
        return new InstrumentBody(symbol, sent.text("name"), sent.text("kind"), sent.text("currency"), sent.text("tick"), sent.text("belowzero") != null, sent.text("lot"),
                future.stream().allMatch(one -> one == null) ? null
                        : new InstrumentBody.Future(future.get(0), future.get(1), future.get(2), future.get(3), future.get(4), future.get(5), future.get(6)),
                sent.text("calendar"));
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

    public List<RollBy> getRolls() {
        return List.of(RollBy.values());
    }

    public List<Joining> getJoinings() {
        return List.of(Joining.values());
    }

    /** What of a future is kept, as the form has it; null of another instrument. */
    public String future(Instrument of, String field) {
        FutureTerms terms = of == null ? null : of.future();
        Object kept = terms == null ? null : switch (field) {
            case "multiplier" -> terms.multiplier();
            case "margin" -> terms.margin().toPlainString();
            case "root" -> terms.root();
            case "expiry" -> terms.expiry();
            case "rollBy" -> terms.rolls() == null ? null : terms.rolls().by();
            case "rollDays" -> terms.rolls() == null ? null : terms.rolls().days();
            case "joined" -> terms.rolls() == null ? null : terms.rolls().joined();
            default -> throw new IllegalArgumentException("a future has no field '" + field + "'");
        };
        return form.value(field, kept);
    }
}
