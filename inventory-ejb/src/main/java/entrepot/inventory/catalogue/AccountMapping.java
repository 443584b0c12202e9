package entrepot.inventory.catalogue;

/**
 * Which account plays a role.
 *
 * @param role     one of {@link entrepot.inventory.ledger.AccountRole}
 * @param category code, or null for all categories that have none of their own
 */
public record AccountMapping(String role, String category, String account) {}
