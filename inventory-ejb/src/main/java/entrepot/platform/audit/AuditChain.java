package entrepot.platform.audit;

import java.util.Arrays;
import java.util.Optional;

/** Follows the chain from its first link: each number one more than the last, each hash over the one before and the body. */
public final class AuditChain {

    private long number;
    private byte[] hash = Sealer.FIRST;

    /** The last number that was found in order. */
    public long number() {
        return number;
    }

    /** @return what is wrong with the next link; where something is, nothing after it can be trusted */
    public Optional<String> follow(Sealed next) {
        if (next.number() != number + 1) {
            return Optional.of("seal " + (number + 1) + " is missing: after " + number + " comes " + next.number());
        }
        if (next.body() == null) {
            return Optional.of("seal " + next.number() + ": the audit line of posting " + next.postingSeq() + " is missing");
        }
        if (!next.body().startsWith("1|" + next.postingSeq() + "|")) {
            return Optional.of("seal " + next.number() + " names posting " + next.postingSeq() + ", its audit line another");
        }
        byte[] expected = Sealer.hash(hash, next.body());
        if (!Arrays.equals(expected, next.hash())) {
            return Optional.of("seal " + next.number() + ": the hash does not fit what is before it and the audit line");
        }
        number = next.number();
        hash = expected;
        return Optional.empty();
    }
}
