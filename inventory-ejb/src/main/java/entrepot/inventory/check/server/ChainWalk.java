package entrepot.inventory.check.server;

import entrepot.inventory.check.LineDifference;
import entrepot.platform.audit.AuditChain;
import entrepot.platform.audit.Sealed;
import entrepot.platform.audit.ShippedSeals;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way along the chain, beside the rows of the book and the file outside the database. */
final class ChainWalk {

    private final AuditChain chain;
    private final ShippedSeals file;
    private boolean behind;

    ChainWalk(AuditChain chain, ShippedSeals file) {
        this.chain = chain;
        this.file = file;
    }

    /**
     * The first record that is not as it was sealed.
     *
     * @param number   of its seal
     * @param posting  its number in the book, or null where nobody knows
     * @param document kind, day and reference of the posting, or null
     */
    record Finding(long number, Long posting, String document, String what, String expected, String found) {

        String text() {
            return what + (document == null ? "" : " (" + document + ")") + ": expected " + expected + ", found " + found;
        }
    }

    long number() {
        return chain.number();
    }

    /** Whether the file ended before the last seal that was looked at. */
    boolean isFileBehind() {
        return behind;
    }

    /** @param rows what the rows of the posting say today, or null where there are none */
    Optional<Finding> follow(Sealed sealed, String rows) {
        long next = chain.number() + 1;
        Optional<Boolean> agrees = file.agrees(sealed);
        behind = agrees.isEmpty();
        Optional<Finding> broken = chain.follow(sealed).map(link -> broken(next, sealed, link));
        if (broken.isPresent()) {
            return broken;
        }
        Optional<LineDifference> changed = LineDifference.between(sealed.body(), rows);
        if (changed.isPresent()) {
            return Optional.of(new Finding(next, sealed.postingSeq(), LineDifference.document(sealed.body()),
                    "seal " + next + ": the rows of posting " + sealed.postingSeq() + " do not say what was sealed",
                    changed.get().expected(), changed.get().found()));
        }
        return agrees.filter(same -> !same).map(differs -> otherInFile(sealed));
    }

    /** Where the file still has the line, it says what was there. */
    private Finding broken(long number, Sealed sealed, AuditChain.Break link) {
        Shipped was = shipped();
        boolean there = sealed.number() == number && sealed.body() != null;
        if (was == null || was.number() != number) {
            return new Finding(number, there ? sealed.postingSeq() : null, there ? LineDifference.document(sealed.body()) : null,
                    link.what(), link.expected(), link.found());
        }
        LineDifference changed = there ? changed(was, sealed) : null;
        return changed == null
                ? new Finding(number, was.posting(), was.document(), link.what(), link.expected(), link.found())
                : new Finding(number, was.posting(), was.document(), link.what(), changed.expected(), changed.found());
    }

    private Finding otherInFile(Sealed sealed) {
        Shipped line = shipped();
        LineDifference other = line == null ? null : changed(line, sealed);
        return new Finding(sealed.number(), sealed.postingSeq(), LineDifference.document(sealed.body()),
                "seal " + sealed.number() + " differs from the file outside the database",
                other == null ? "the line of seal " + sealed.number() : other.found(),
                (other == null ? "no line of a seal" : other.expected()) + " in the file");
    }

    /** From what the file says to what the database says; null where both say the same. */
    private static LineDifference changed(Shipped was, Sealed sealed) {
        Optional<LineDifference> line = LineDifference.between(was.body(), sealed.body());
        if (line.isPresent()) {
            return line.get();
        }
        if (was.sealedAt() != null && !was.sealedAt().equals(sealed.sealedAt().toString())) {
            return new LineDifference("sealed at " + was.sealedAt(), "sealed at " + sealed.sealedAt());
        }
        if (was.number() != sealed.number()) {
            return new LineDifference("seal " + was.number(), "seal " + sealed.number());
        }
        String hash = HexFormat.of().formatHex(sealed.hash());
        return was.hash().equals(hash) ? null : new LineDifference("hash " + was.hash(), "hash " + hash);
    }

    /** A line of the file in its parts. @param sealedAt empty for lines of the first form */
    record Shipped(long number, String hash, String sealedAt, String body) {

        private static final Pattern LINE = Pattern.compile("([0-9]{1,18}) ([0-9a-f]{64}) (?:([0-9-]{10}T[0-9:.]{5,15}) )?([0-9]+\\|.*)");

        /** Null where the line is none. */
        static Shipped of(String line) {
            Matcher parts = LINE.matcher(line);
            return parts.matches()
                    ? new Shipped(Long.parseLong(parts.group(1)), parts.group(2), parts.group(3), parts.group(4))
                    : null;
        }

        String document() {
            return LineDifference.document(body);
        }

        Long posting() {
            String[] fields = body.split("\\|", 3);
            return fields.length > 1 && fields[1].matches("[0-9]{1,18}") ? Long.valueOf(fields[1]) : null;
        }
    }

    private Shipped shipped() {
        return Shipped.of(file.last().orElse(""));
    }
}
