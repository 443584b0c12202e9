package entrepot.inventory.retail;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The cleaning of a demand panel as a list of steps and what each leaves, in the order in which they are taken. */
public final class PanelSteps {

    public record Step(String step, BigDecimal value) {
        private static Step of(String step, long value) {
            return new Step(step, BigDecimal.valueOf(value));
        }
    }

    private PanelSteps() {}

    public static List<Step> of(DemandPanel panel) {
        DemandPanel.Counts counts = panel.counts();
        Map<String, long[]> demand = panel.weekly();
        Map<String, long[]> later = panel.weeklyLaterCancellations();
        return List.of(
                Step.of("rows, each once", counts.rows()),
                Step.of("of items kept in stock", counts.stockItems()),
                Step.of("with a price above zero", counts.priced()),
                Step.of("not equal to an earlier row", counts.distinct()),
                Step.of("sale lines", counts.saleLines()),
                Step.of("cancellation lines", counts.cancellationLines()),
                Step.of("units of the sale lines", counts.saleUnits()),
                Step.of("units of the cancellation lines", counts.cancelledUnits()),
                Step.of("cancellations of a sale of the same day, both left out", counts.sameDayCancelled()),
                Step.of("units of these", counts.sameDayUnits()),
                Step.of("lines of demand", counts.demandLines()),
                Step.of("units of demand", counts.demandUnits()),
                new Step("value of demand", counts.demandValue().stripTrailingZeros()),
                Step.of("later or unmatched cancellations", counts.laterCancellations()),
                Step.of("units of these", counts.laterUnits()),
                Step.of("items with demand in whole weeks", demand.values().stream().filter(PanelSteps::isAny).count()),
                Step.of("units of demand in whole weeks", units(demand)),
                Step.of("weeks of an item with demand", weeks(demand)),
                Step.of("units cancelled later in whole weeks, of these items", units(later)),
                Step.of("weeks of an item with later cancellations", weeks(later)));
    }

    private static boolean isAny(long[] weeks) {
        return Arrays.stream(weeks).anyMatch(units -> units != 0);
    }

    private static long units(Map<String, long[]> weekly) {
        return weekly.values().stream().flatMapToLong(Arrays::stream).sum();
    }

    private static long weeks(Map<String, long[]> weekly) {
        return weekly.values().stream().flatMapToLong(Arrays::stream).filter(units -> units != 0).count();
    }
}
