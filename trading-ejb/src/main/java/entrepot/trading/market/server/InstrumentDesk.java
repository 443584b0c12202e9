package entrepot.trading.market.server;

import entrepot.trading.market.Instrument;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Instruments made and changed. */
@Stateless
@RolesAllowed({"quant", "admin", "system"})
public class InstrumentDesk {

    private static final Logger LOG = System.getLogger(InstrumentDesk.class.getName());

    @Inject
    private InstrumentTable instruments;

    @Resource
    private SessionContext context;

    /** @throws MarketRefused where the symbol is taken, or contracts of its root have another multiplier or currency */
    public void create(Instrument instrument) {
        if (instruments.find(instrument.symbol()).isPresent()) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "taken", "/symbol", "there is an instrument '" + instrument.symbol() + "' already");
        }
        likeItsRoot(instrument);
        instruments.add(instrument, actor());
        LOG.log(Level.INFO, "instrument created: symbol={0} kind={1} actor={2}", instrument.symbol(), instrument.kind(), actor());
    }

    /** What is in the series stays, also where the rules would now hold it back. @throws MarketRefused where {@code version} is not the one there is */
    public void change(int version, Instrument instrument) {
        likeItsRoot(instrument);
        int present = instruments.find(instrument.symbol()).orElseThrow(() -> MarketRefused.noInstrument(instrument.symbol())).version();
        if (present != version || !instruments.change(version, instrument)) {
            throw MarketRefused.of(MarketRefused.Kind.STALE, "stale", "#If-Match", "the instrument is at version " + present + " by now");
        }
        LOG.log(Level.INFO, "instrument changed: symbol={0} version={1} actor={2}", instrument.symbol(), version + 1, actor());
    }

    private void likeItsRoot(Instrument instrument) {
        if (instrument.future() != null) {
            instruments.unlike(instrument).ifPresent(other -> {
                throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "other-contract", "/future", other.symbol() + " of the root " + other.future().root() + " has a multiplier of "
                        + other.future().multiplier() + " and is in " + other.currency() + "; all contracts of a root must be alike in both, here they are "
                        + instrument.future().multiplier() + " and " + instrument.currency());
            });
        }
    }

    private String actor() {
        return context.getCallerPrincipal().getName();
    }
}
