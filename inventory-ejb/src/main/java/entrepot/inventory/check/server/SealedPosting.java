package entrepot.inventory.check.server;

import entrepot.inventory.ledger.PostingKind;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A posting with its place in the audit chain.
 *
 * @param hash       over the hash before it and the canonical line, hexadecimal
 * @param recordedAt UTC
 */
public record SealedPosting(
        long number, UUID posting, PostingKind kind, String actor, LocalDateTime recordedAt, String reference, String reason,
        String hash) {}
