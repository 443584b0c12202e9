package entrepot.inventory.ledger;

import entrepot.inventory.sale.server.OpenToAll;
import entrepot.trading.order.KnownToInventory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Written to break the architecture rules; {@code ArchitectureTest} checks that each of them notices. */
@ApplicationScoped
public class BreaksEveryRule {

    double cents;
    OpenToAll server;
    KnownToInventory trading;

    Instant now() {
        return Instant.now();
    }
}
