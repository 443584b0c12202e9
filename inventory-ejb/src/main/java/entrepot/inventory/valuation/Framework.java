package entrepot.inventory.valuation;

/** By which rules a company reports, as far as they restrict how stock may be costed. */
public enum Framework {

    /** No last in, first out (IAS 2.25, BC9–BC21). */
    IFRS,

    /** Any method (ASC 330-10-30-9). */
    US_GAAP,

    /** Rules of the country, which the product does not know. */
    LOCAL;

    /** Whether another way of costing may count from a day on only. */
    public boolean allows(Application.Ground ground) {
        return switch (this) {
            case IFRS -> ground == Application.Ground.IMPRACTICABLE;
            case US_GAAP -> ground != Application.Ground.LOCAL_RULE;
            case LOCAL -> true;
        };
    }

    public boolean allows(CostFlow costing) {
        return this != IFRS || costing != CostFlow.LIFO;
    }
}
