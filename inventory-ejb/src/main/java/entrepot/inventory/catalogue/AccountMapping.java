package entrepot.inventory.catalogue;

import java.time.LocalDate;

/**
 * Which account plays a role.
 *
 * @param role     one of {@link entrepot.inventory.ledger.AccountRole}
 * @param category  code, or null for all categories that have none of their own
 * @param location  code of a site, or null for all sites that have none of their own
 * @param validFrom day from which it holds, or null: from the beginning
 */
public record AccountMapping(String role, String category, String location, LocalDate validFrom, String account) {}
