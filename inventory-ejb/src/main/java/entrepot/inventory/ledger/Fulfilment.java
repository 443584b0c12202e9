package entrepot.inventory.ledger;

import java.util.UUID;

/**
 * A line of a posting takes what was reserved for it.
 *
 * @param line         of the request's stock lines, from 0
 * @param reservedLine of the reservation, from 0
 */
public record Fulfilment(int line, UUID reservation, int reservedLine) {}
