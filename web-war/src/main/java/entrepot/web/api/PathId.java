package entrepot.web.api;

import java.util.Optional;
import java.util.UUID;

/** The id in a path; one that is no UUID names nothing. */
final class PathId {

    private PathId() {}

    static Optional<UUID> of(String text) {
        Fields fields = new Fields();
        return Optional.ofNullable(fields.uuidIfGiven("", text));
    }
}
