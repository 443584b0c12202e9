package entrepot.trading.market.server;

import entrepot.trading.market.Instrument;
import entrepot.trading.market.InstrumentKind;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;

/** Instruments made and changed. */
@Stateless
@RolesAllowed({"quant", "admin", "system"})
public class InstrumentDesk {

    private static final Logger LOG = System.getLogger(InstrumentDesk.class.getName());

    @Inject
    private InstrumentTable instruments;

    @Inject
    private SeriesTable series;

    @Inject
    private CalendarTable calendars;

    @Resource
    private SessionContext context;

    /** @throws MarketRefused where the symbol is taken, there is no such calendar, or contracts of its root have another multiplier or currency */
    public void create(Instrument instrument) {
        if (instruments.find(instrument.symbol()).isPresent()) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "taken", "/symbol", "there is an instrument '" + instrument.symbol() + "' already");
        }
        likeItsRoot(instrument);
        calendarOf(instrument);
        instruments.add(instrument, actor());
        LOG.log(Level.INFO, "instrument created: symbol={0} kind={1} actor={2}", instrument.symbol(), instrument.kind(), actor());
    }

    /** What is in the series stays, also where the rules would now hold it back; with another calendar its gaps are counted anew. @throws MarketRefused where {@code version} is not the one there is */
    public void change(int version, Instrument instrument) {
        if (instrument.kind() != InstrumentKind.CONTINUOUS) {
            likeItsRoot(instrument);
        }
        calendarOf(instrument);
        InstrumentTable.Row before = instruments.find(instrument.symbol()).orElseThrow(() -> MarketRefused.noInstrument(instrument.symbol()));
        if (instrument.kind() == InstrumentKind.CONTINUOUS && before.row().kind() != InstrumentKind.CONTINUOUS && !series.withBars(before.id()).isEmpty()) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "has-bars", "/kind", instrument.symbol() + " has bars of its own, and all contracts of a future have those of the contracts;"
                    + " make another instrument for them");
        }
        int present = before.version();
        if (present != version || !instruments.change(version, instrument)) {
            throw MarketRefused.of(MarketRefused.Kind.STALE, "stale", "#If-Match", "the instrument is at version " + present + " by now");
        }
        if (instrument.kind() == InstrumentKind.CONTINUOUS) {
            instruments.likeTheirRoot(instrument);
        }
        if (!Objects.equals(before.instrument().calendar(), instrument.calendar())) {
            series.of(before.id()).forEach(one -> {
                series.lock(one.id());
                series.recount(one.id(), one.step());
            });
        }
        LOG.log(Level.INFO, "instrument changed: symbol={0} version={1} actor={2}", instrument.symbol(), version + 1, actor());
    }

    private void calendarOf(Instrument instrument) {
        if (instrument.calendar() != null && calendars.find(instrument.calendar()).isEmpty()) {
            throw MarketRefused.of(MarketRefused.Kind.INVALID, "unknown-calendar", "/calendar", "there is no calendar '" + instrument.calendar() + "'; there are "
                    + calendars.all().stream().map(entry -> entry.calendar().code()).toList());
        }
    }

    private void likeItsRoot(Instrument instrument) {
        if (instrument.future() != null) {
            instruments.unlike(instrument).ifPresent(other -> {
                throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "other-contract", "/future", other.symbol() + " of the root " + other.future().root() + " has a multiplier of "
                        + other.future().multiplier() + " and is in " + other.currency() + "; all contracts of a root must be alike in both, here they are "
                        + instrument.future().multiplier() + " and " + instrument.currency() + "; what is changed in " + other.future().root() + ", all contracts, is changed in each");
            });
        }
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
