package entrepot.trading.comparison.server;

import entrepot.trading.comparison.CommonDays;
import entrepot.trading.comparison.Comparison;
import entrepot.trading.comparison.server.ComparisonRefused.Fault;
import entrepot.trading.evidence.Trials;
import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.trading.tearsheet.server.TearSheets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        Map<String, Trials> counted = new HashMap<>();
        List<TearSheetView> found = new ArrayList<>();
        for (UUID id : ids) {
            if (seen.add(id)) {
                find(id, counted, faults).ifPresent(found::add);
            } else {
                faults.add(new Fault("twice", "backtest " + id + " is named twice"));
            }
        }
        if (!faults.isEmpty()) {
            throw new ComparisonRefused(faults);
        }
        CommonDays common = CommonDays.of(found.stream().map(one -> one.sheet().curve()).toList());
        if (common.size() < Comparison.FEWEST_DAYS) {
            throw new ComparisonRefused(List.of(new Fault("nothing-in-common", "they have " + common.size() + " days in common, must be " + Comparison.FEWEST_DAYS + " or more")));
        }
        return new Compared(found, Comparison.of(common));
    }

    private Optional<TearSheetView> find(UUID id, Map<String, Trials> counted, List<Fault> faults) {
        Optional<TearSheets.Asked> asked = sheets.find(id, counted);
        if (asked.isEmpty()) {
            faults.add(new Fault("unknown-backtest", "no backtest '" + id + "'"));
            return Optional.empty();
        }
        if (asked.get().sheet().isEmpty()) {
            faults.add(new Fault("not-finished", "backtest " + id + " is " + asked.get().status() + " and has no result"));
        }
        return asked.get().sheet();
    }
}
