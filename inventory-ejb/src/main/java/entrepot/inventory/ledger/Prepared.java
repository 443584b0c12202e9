package entrepot.inventory.ledger;

import java.util.List;

/**
 * A document after its codes were looked up: a command, or all that is wrong with it.
 *
 * @param command null exactly where something is refused
 */
public record Prepared(Command command, List<Refusal> refusals) {

    public Prepared {
        refusals = List.copyOf(refusals);
        if ((command == null) == refusals.isEmpty()) {
            throw new IllegalArgumentException("either a command or refusals: " + refusals);
        }
    }

    public static Prepared of(Command command) {
        return new Prepared(command, List.of());
    }

    public static Prepared refused(List<Refusal> refusals) {
        return new Prepared(null, refusals);
    }

    public boolean accepted() {
        return command != null;
    }
}
