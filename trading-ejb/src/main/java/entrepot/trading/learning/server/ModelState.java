package entrepot.trading.learning.server;

/** How far a model is trusted. */
public enum ModelState {
    /** Fitted, and nobody has said anything. */
    CANDIDATE,
    /** Another person than who trained it stands by it. */
    APPROVED,
    /** Not to be used again. */
    RETIRED
}
