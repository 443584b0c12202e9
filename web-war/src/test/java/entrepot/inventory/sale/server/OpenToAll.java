package entrepot.inventory.sale.server;

import entrepot.inventory.ledger.BreaksEveryRule;
import jakarta.ejb.Stateless;

/** A bean that does not say who may call it, and closes a cycle between two features. */
@Stateless
public class OpenToAll {

    BreaksEveryRule core;
}
