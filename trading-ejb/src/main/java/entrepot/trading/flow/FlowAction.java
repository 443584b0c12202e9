package entrepot.trading.flow;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What happened to an order in a book. The numbers are stored: they are never changed. */
public enum FlowAction {

    /** It came to rest at the end of the queue of its price. */
    ADD,
    /** It has another price or size now. Smaller at the same price, it keeps its place, else it goes to the end of the queue. */
    MODIFY,
    /** So much of it was taken back. */
    CANCEL,
    /** So much of it was traded. */
    EXECUTE,
    /** A trade with what nobody saw; the book stays as it is. */
    TRADE,
    /** The book is empty: a session begins. */
    CLEAR;

    /** Types of LOBSTER's message files; 3 takes back all, 6 is an auction, 7 a halt. */
    private static final Map<String, FlowAction> LOBSTER = Map.of("1", ADD, "2", CANCEL, "3", CANCEL, "4", EXECUTE, "5", TRADE);

    static Optional<FlowAction> lobster(String type) {
        return Optional.ofNullable(LOBSTER.get(type));
    }

    static Optional<FlowAction> read(String word) {
        try {
            return Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public static FlowAction of(long number) {
        return values()[(int) number];
    }
}
