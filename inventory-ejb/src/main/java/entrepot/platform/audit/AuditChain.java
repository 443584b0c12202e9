package entrepot.platform.audit;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Follows the chain: each number one more than the last, each hash over the one before and the body. */
public final class AuditChain {

    private long number;
    private byte[] hash;

    private AuditChain(long number, byte[] hash) {
        this.number = number;
        this.hash = hash;
    }

    /** From its first link. */
    public static AuditChain whole() {
        return new AuditChain(0, Sealer.FIRST);
    }

    /** From a link that is believed. */
    public static AuditChain after(Sealed believed) {
        return new AuditChain(believed.number(), believed.hash());
    }

    /** What is wrong with a link, what should be there and what is. */
    public record Break(String what, String expected, String found) {}

    /** The last number that was found in order. */
    public long number() {
        return number;
    }

    /** @return what is wrong with the next link; where something is, nothing after it can be trusted */
    public Optional<Break> follow(Sealed next) {
        Break broken = broken(next);
        if (broken == null) {
            number = next.number();
            hash = next.hash();
        }
        return Optional.ofNullable(broken);
    }

    private Break broken(Sealed next) {
        if (next.number() != number + 1) {
            return new Break("seal " + (number + 1) + " is missing", "seal " + (number + 1), "seal " + next.number());
        }
        if (next.body() == null) {
            return new Break("seal " + next.number() + ": the audit line of posting " + next.postingSeq() + " is missing",
                    "an audit line", "none");
        }
        String named = postingOf(next.body());
        if (!named.equals(Long.toString(next.postingSeq()))) {
            return new Break("seal " + next.number() + ": its audit line is of another posting", "posting " + next.postingSeq(),
                    "posting " + named);
        }
        byte[] expected = Sealer.hash(hash, next.text());
        return Arrays.equals(expected, next.hash()) ? null : new Break(
                "seal " + next.number() + ": the hash does not fit what is before it, its time and its audit line", hex(expected), hex(next.hash()));
    }

    /** The second field of a canonical line. */
    private static String postingOf(String body) {
        String[] fields = body.split("\\|", 3);
        return fields.length < 2 ? "" : fields[1];
    }

    private static String hex(byte[] hash) {
        return "hash " + HexFormat.of().formatHex(hash);
    }
}
