package entrepot.launcher;

import entrepot.inventory.ledger.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of {@code seals.log}: {@code number hash time body}.
 *
 * @param text what the hash is over, after the hash before
 */
record SealLine(long number, byte[] hash, String text) {

    static SealLine parse(String line) {
        String[] part = line.split(" ", 3);
        return new SealLine(Long.parseLong(part[0]), HexFormat.of().parseHex(part[1]), part[2]);
    }

    boolean follows(byte[] before) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return MessageDigest.isEqual(hash, digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    /** UTC. Lines of before their second form have none. */
    LocalDateTime sealedAt() {
        return LocalDateTime.parse(text.substring(0, text.indexOf(' ')));
    }

    String body() {
        return text.substring(text.indexOf(' ') + 1);
    }

    List<List<String>> records() {
        return CanonicalText.read(body());
    }
}
