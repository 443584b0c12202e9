package entrepot.inventory.check.server;

import entrepot.inventory.ledger.PostingKind;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A posting's place in the audit chain.
 *
 * @param hash     over the hash before it and the canonical line, hexadecimal
 * @param sealedAt UTC
 */
public record SealRow(long number, UUID posting, PostingKind kind, String hash, LocalDateTime sealedAt) {}
