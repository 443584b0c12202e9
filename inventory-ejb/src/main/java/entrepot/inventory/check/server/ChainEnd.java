package entrepot.inventory.check.server;

import entrepot.platform.audit.AuditTrail;
import entrepot.platform.audit.ShippedSeals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Where the chain and the file outside the database end: the file may be a moment behind, never ahead. */
@ApplicationScoped
public class ChainEnd {

    private static final Duration SHIPPED_WITHIN = Duration.ofMinutes(1);

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    /** @param last seal that was looked at, with the file read up to its line */
    Optional<ChainWalk.Finding> beyond(long last, ShippedSeals file) {
        if (file.nextNumber().isEmpty()) {
            return Optional.empty();
        }
        String next = file.last().orElse("");
        ChainWalk.Shipped line = ChainWalk.Shipped.of(next);
        if (line == null) {
            return Optional.of(new ChainWalk.Finding(last + 1, null, null, "after seal " + last
                    + " the file outside the database has a line that is none", "the end of the file", next));
        }
        boolean sealedMeanwhile = trail.at(line.number()).isPresent();
        return sealedMeanwhile ? Optional.empty() : Optional.of(new ChainWalk.Finding(last + 1, line.posting(), line.document(),
                "seal " + line.number() + " is in the file outside the database and not in it: the tail was cut",
                "seal " + line.number(), "no such seal"));
    }

    /** @param first seal that the file does not have */
    Optional<ChainWalk.Finding> unshipped(long first) {
        return trail.sealedAt(first).filter(this::shouldBeShipped).map(sealed -> new ChainWalk.Finding(first, null, null,
                "seal " + first + " of " + sealed + " is not in the file outside the database", "a line for it", "the end of the file"));
    }

    private boolean shouldBeShipped(LocalDateTime sealed) {
        return sealed.isBefore(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).minus(SHIPPED_WITHIN));
    }
}
