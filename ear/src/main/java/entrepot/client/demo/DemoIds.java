package entrepot.client.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of the demonstration's documents: the same for the same document at every load. */
final class DemoIds {

    UUID of(String key) {
        return UUID.nameUUIDFromBytes(("anchor-and-bean/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
