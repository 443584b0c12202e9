package entrepot.trading.execution;

import entrepot.trading.risk.Verdict;
import java.nio.LongBuffer;

/**
 * A record of the journal, 64 bytes: eight longs, little end first. Sequence, time, order, account, price, size; then a word of bytes (kind of
 * the command, side, force, verdict of the gate) whose upper half is by how many records the disk was behind when it was written; then the
 * check sum of the seven.
 *
 * <p>The check sum multiplies and mixes word by word, each step one-to-one both in the word and in what came before: whatever happens to one
 * word is always found, whatever happens to several with all but about 2^-64. It guards against accidents, not against persons.
 */
final class JournalRecord {

    static final int WORDS = 8;
    static final int BYTES = WORDS * Long.BYTES;

    /** Another layout takes another one. */
    private static final long SEED = 0x656e747265706f31L;
    private static final CommandKind[] KINDS = CommandKind.values();
    private static final BookSide[] SIDES = BookSide.values();
    private static final TimeInForce[] FORCES = TimeInForce.values();
    private static final Verdict[] VERDICTS = Verdict.values();

    private final LongBuffer words;
    private int at;

    JournalRecord(LongBuffer words) {
        this.words = words;
    }

    JournalRecord at(int record) {
        at = record * WORDS;
        return this;
    }

    static int code(CommandKind kind, int side, int force, Verdict verdict) {
        return kind.ordinal() | side << 8 | force << 16 | verdict.ordinal() << 24;
    }

    /** @param behind how many records were not on the disk yet, with this one */
    static void write(LongBuffer words, int record, long sequence, int code, long behind, long time, long order, long account, long price,
            long size) {
        int at = record * WORDS;
        long meta = code & 0xffffffffL | (behind >>> 32 == 0 ? behind << 32 : 0);
        words.put(at, sequence);
        words.put(at + 1, time);
        words.put(at + 2, order);
        words.put(at + 3, account);
        words.put(at + 4, price);
        words.put(at + 5, size);
        words.put(at + 6, meta);
        words.put(at + 7, sum(sequence, time, order, account, price, size, meta));
    }

    private static long sum(long sequence, long time, long order, long account, long price, long size, long meta) {
        long sum = mixed(SEED, sequence);
        sum = mixed(sum, time);
        sum = mixed(sum, order);
        sum = mixed(sum, account);
        sum = mixed(sum, price);
        sum = mixed(sum, size);
        return mixed(sum, meta);
    }

    private static long mixed(long sum, long word) {
        long product = (sum ^ word) * 0x9E3779B97F4A7C15L;
        return product ^ product >>> 32;
    }

    boolean isIntact() {
        return sequence() > 0
                && words.get(at + 7) == sum(sequence(), time(), order(), account(), price(), size(), words.get(at + 6));
    }

    /** From 1, without gap. */
    public long sequence() {
        return words.get(at);
    }

    /** Up to where the disk had all when this was written, 0 where it was too far behind to say. */
    long forced() {
        long behind = words.get(at + 6) >>> 32;
        return behind == 0 ? 0 : sequence() - behind;
    }

    /** Nanoseconds, of the clock of whoever gave the command. */
    public long time() {
        return words.get(at + 1);
    }

    /** Number of the order; of a limit its place in {@link Verdict}. */
    public long order() {
        return words.get(at + 2);
    }

    public long account() {
        return words.get(at + 3);
    }

    public long price() {
        return words.get(at + 4);
    }

    /** Lots; the value of a limit. */
    public long size() {
        return words.get(at + 5);
    }

    CommandKind kind() {
        return KINDS[part(0)];
    }

    /** Of a new order. */
    public BookSide side() {
        return SIDES[part(8)];
    }

    /** Of a new order. */
    public TimeInForce force() {
        return FORCES[part(16)];
    }

    /** Approved too where the gate was not asked. */
    public Verdict verdict() {
        return VERDICTS[part(24)];
    }

    private int part(int shift) {
        return (int) (words.get(at + 6) >>> shift) & 0xff;
    }
}
