package entrepot.trading.comparison.server;

import entrepot.trading.comparison.CommonDays;
import entrepot.trading.comparison.Comparison;
import entrepot.trading.comparison.server.ComparisonRefused.Fault;
import entrepot.trading.tearsheet.AccountCurve;
import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.trading.tearsheet.server.TearSheets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts backtests of any kind beside each other. */
@Stateless
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
public class Comparisons {

    @EJB
    private TearSheets sheets;

    /** @throws ComparisonRefused with everything that keeps them from being compared */
    public Compared of(List<UUID> ids) {
        List<Fault> faults = new ArrayList<>();
        if (ids.size() < 2 || ids.size() > Comparison.MOST) {
            throw new ComparisonRefused(List.of(new Fault("count", "must be 2 to " + Comparison.MOST + " backtests, are " + ids.size())));
        }
        Set<UUID> seen = new HashSet<>();
        List<TearSheetView> found = new ArrayList<>();
        for (UUID id : ids) {
            if (seen.add(id)) {
                find(id, faults).ifPresent(found::add);
            } else {
                faults.add(new Fault("twice", "backtest " + id + " is named twice"));
            }
        }
        refuse(faults);
        List<AccountCurve> curves = found.stream().map(one -> one.sheet().curve()).toList();
        int common = CommonDays.of(curves).size();
        if (common < Comparison.FEWEST_DAYS) {
            faults.add(new Fault("nothing-in-common", "they have " + common + " days in common, must be " + Comparison.FEWEST_DAYS + " or more"));
        }
        refuse(faults);
        return new Compared(found, Comparison.of(curves));
    }

    private Optional<TearSheetView> find(UUID id, List<Fault> faults) {
        Optional<TearSheets.Asked> asked = sheets.find(id);
        if (asked.isEmpty()) {
            faults.add(new Fault("unknown-backtest", "no backtest '" + id + "'"));
            return Optional.empty();
        }
        if (asked.get().sheet().isEmpty()) {
            faults.add(new Fault("not-finished", "backtest " + id + " is " + asked.get().status() + " and has no result"));
        }
        return asked.get().sheet();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new ComparisonRefused(faults);
        }
    }
}
