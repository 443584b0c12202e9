package entrepot.inventory.valuation;

/** How a pool is costed: by which flow, and over which time where that is an average. */
public record CostTerms(CostFlow flow, AveragePeriod period) {

    /** Whether goods are costed alike by both: only an average has a period. */
    public boolean costsAs(CostTerms other) {
        return flow == other.flow && (flow != CostFlow.AVERAGE || period == other.period);
    }
}
