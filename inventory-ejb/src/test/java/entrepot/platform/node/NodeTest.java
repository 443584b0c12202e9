package entrepot.platform.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class NodeTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 27, 12, 0);

    @Test
    void aNodeLivesUntilItWasSilentForMoreThanTenSeconds() {
        assertThat(seen(NOON, null).status(NOON.plusSeconds(10))).isEqualTo(Node.Status.LIVES);
        assertThat(seen(NOON, null).status(NOON.plusSeconds(10).plusNanos(1000))).isEqualTo(Node.Status.SILENT);
    }

    @Test
    void whoLeftInOrderIsNotTakenForSilent() {
        assertThat(seen(NOON, NOON).status(NOON)).isEqualTo(Node.Status.STOPPED);
        assertThat(seen(NOON, NOON).status(NOON.plusDays(1))).isEqualTo(Node.Status.STOPPED);
    }

    private static Node seen(LocalDateTime at, LocalDateTime left) {
        return new Node("one", "run", "https://localhost/", NOON.minusHours(1), at, left);
    }
}
