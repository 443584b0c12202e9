package entrepot.trading.pricing;

/** How a look at a price ended. */
public enum Verdict {
    CHANGE(Kind.CHANGE),

    AT_AIM(Kind.KEEP),
    TOO_SMALL(Kind.KEEP),
    TOO_SOON(Kind.KEEP),
    ENOUGH_TODAY(Kind.KEEP),

    NO_COST(Kind.REFUSED),
    STALE_COST(Kind.REFUSED),
    FLOOR_ABOVE_CEILING(Kind.REFUSED),
    OUT_OF_REACH(Kind.REFUSED);

    /** A new price; the old one is right; or nothing may be said before a person mends something. */
    public enum Kind { CHANGE, KEEP, REFUSED }

    private final Kind kind;

    Verdict(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
