package entrepot.trading.market.server;

import entrepot.trading.market.CorporateAction;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings splits and dividends in. One that is there is never changed: a file that says otherwise is refused as a whole. */
@Stateless
@RolesAllowed({"quant", "admin", "system"})
public class FactorImport {

    /** Cumulated factors are rounded to seven digits, so a later file may differ a little. */
    private static final double ROUNDING = 1e-5;

    @Inject
    private InstrumentTable instruments;

    @Inject
    private ImportLog imports;

    @Resource
    private SessionContext context;

    /** @param written whether anything was */
    public record Report(int actions, int added, int unchanged, boolean written) {}

    /** @throws MarketRefused where there is no such instrument, or the file differs from what is known */
    public Report take(String symbol, MarketFile file, List<CorporateAction> actions, boolean dryRun) {
        InstrumentTable.Row instrument = instruments.fed(symbol);
        Map<LocalDate, CorporateAction> known = instruments.actions(instrument.id()).stream()
                .collect(Collectors.toMap(CorporateAction::lastDay, Function.identity()));
        refuseOthers(actions, known);
        List<CorporateAction> added = actions.stream().filter(action -> !known.containsKey(action.lastDay())).toList();
        boolean write = !dryRun && !added.isEmpty();
        if (write) {
            write(instrument.id(), file, actions.size(), added);
        }
        return new Report(actions.size(), added.size(), actions.size() - added.size(), write);
    }

    private void write(long instrument, MarketFile file, int rows, List<CorporateAction> added) {
        long imported = imports.next();
        instruments.addActions(instrument, added, imported);
        imports.add(imported, instrument, ImportLog.Kind.FACTORS, null, file, "day, price factor, split factor, close",
                new ImportLog.Counts(rows, added.size(), rows - added.size(), 0), context.getCallerPrincipal().getName());
    }

    private static void refuseOthers(List<CorporateAction> actions, Map<LocalDate, CorporateAction> known) {
        List<MarketRefused.Fault> faults = actions.stream()
                .filter(action -> Optional.ofNullable(known.get(action.lastDay())).map(there -> !same(there, action)).orElse(false))
                .map(action -> new MarketRefused.Fault("/" + action.lastDay(), "differs", "the file has " + words(action) + " for "
                        + action.lastDay() + ", known is " + words(known.get(action.lastDay()))))
                .toList();
        if (!faults.isEmpty()) {
            throw new MarketRefused(MarketRefused.Kind.CONFLICT, faults);
        }
    }

    private static boolean same(CorporateAction one, CorporateAction other) {
        return Math.abs(one.dividendRatio() - other.dividendRatio()) < ROUNDING && Math.abs(one.splitRatio() - other.splitRatio()) < ROUNDING;
    }

    private static String words(CorporateAction action) {
        return "ratios " + action.dividendRatio() + " and " + action.splitRatio();
    }
}
