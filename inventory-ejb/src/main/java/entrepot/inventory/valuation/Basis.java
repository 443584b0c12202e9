package entrepot.inventory.valuation;

/** What a step does to its pool, and on what ground it is worth what it is. */
public enum Basis {

    /** Comes, worth what its document states. */
    STATED,

    /** Comes at what a unit costs just before. */
    CURRENT,

    /** Leaves at what the flow gives up. */
    FLOW,

    /** Comes back at what it cost when it left with the source. */
    COMES_BACK,

    /** Goes back to where the source came from, at what it cost then; what the flow gives up beyond is a variance. */
    GOES_BACK,

    /** Goes back to where the source came from, at what the flow gives up today: the source's own, where it is told apart. */
    GOES_BACK_AT_FLOW,

    /** Leaves at flow cost for the other steps of its pair. */
    LEAVES_FOR,

    /** Comes as the layers that left in its pair. */
    ARRIVES,

    /** Leaves its pool because its place is valued in another from here on, at flow cost; an average's period ends with it. */
    GOES_OVER,

    /** Comes as the layers that went over in its pair, as old as they were. */
    COMES_OVER,

    /** Comes as one, worth all that left in its pair, or a share of it, and what is stated beside. */
    MADE,

    /** What the source took is there again, at what it cost. */
    PUT_BACK,

    /** What the source brought is taken out again, at what it was worth. */
    TAKEN_OUT,

    /** Changes the place inside the pool; no value moves. */
    SHIFT,

    /** The place holds just this quantity; with a unit cost, each unit is worth that from now on. */
    COUNTED,

    /** The source was of another quantity than was written, by this much; or, without quantity, of another amount. */
    CORRECTED,

    /** What the source, a count, really moved, now that something before it has changed. Follows from the count; no step. */
    RECOUNTED,

    /** Value without quantity: the stated amount, on the source. */
    CHARGE,

    /** Value without quantity: the stated amount, on all that is on hand. */
    REVALUE,

    /** The standard cost of a unit, from here on. */
    SET_STANDARD,

    /** The flow, and the period of the average, from here on. */
    SET_TERMS,

    /** Value without quantity: the stated amount, on one layer, or on all that is on hand, as something else had always been valued together. */
    RESTATED;

    /** Whether the other side of the value is fixed by a document, so that a difference to the stock value is a variance. */
    public boolean owes() {
        return this == STATED || this == GOES_BACK || this == CHARGE;
    }

    /** Whether its quantity may be corrected afterwards; what undoes, counts or values something may not. */
    public boolean mayBeCorrected() {
        return this == STATED || this == CURRENT || this == FLOW || this == LEAVES_FOR || this == ARRIVES || this == SHIFT;
    }

    public boolean undoes() {
        return this == PUT_BACK || this == TAKEN_OUT;
    }

    /** Whether it waits for what left in its pair. */
    public boolean followsPair() {
        return this == ARRIVES || this == COMES_OVER || this == MADE;
    }

    /** Whether others of its pair follow it. */
    public boolean leadsPair() {
        return this == LEAVES_FOR || this == GOES_OVER;
    }

    /** Whether a period's average ends before it, and what comes next begins one of its own. */
    boolean endsPeriod() {
        return this == SET_TERMS || isOfNoPeriod();
    }

    /** Whether it is between the period that ends before it and the next. */
    boolean isOfNoPeriod() {
        return this == GOES_OVER || this == COMES_OVER || this == RESTATED;
    }
}
