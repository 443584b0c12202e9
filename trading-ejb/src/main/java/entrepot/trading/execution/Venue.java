package entrepot.trading.execution;

import entrepot.trading.execution.OrderBook.Level;
import entrepot.trading.execution.OrderBook.Result;
import entrepot.trading.risk.Exposure;
import entrepot.trading.risk.RiskGate;
import entrepot.trading.risk.Verdict;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The one way into a book: asks the risk gate, writes the command with what the gate said into the journal, and only then does what it
 * says. Book and gate are its own and nobody else gets them to change, and no other package makes a book, so an order that no gate approved
 * comes into none.
 *
 * <p>What was refused, what names no order and what has no size is in the journal too: only so the journal read again gives every answer
 * again, and only so a refusal can be shown afterwards. Opened on a journal that has something in it, a venue takes all of it again, by the
 * same code, and must come to the same verdicts; its listener hears all of it once more.
 *
 * <p>One thread; nothing is allocated for a command once the columns are as long as they get. Times are nanoseconds of a clock that goes on
 * where it was when the venue is opened again: of the epoch, not of the machine's start.
 */
public final class Venue implements Closeable {

    private final OrderBook book;
    private final RiskGate gate;
    private final BookListener listener;
    private final Journal journal;
    private JournalRecord again;

    private long account;
    private boolean buys;
    /** While the book tells what a command does. */
    private boolean telling;

    private Venue(String instrument, Path directory, Journal.Terms terms, BookListener listener) {
        this.listener = listener;
        book = new OrderBook(new Teller());
        gate = new RiskGate(instrument);
        journal = Journal.open(directory, instrument, terms, this::take);
        again = null;
    }

    /**
     * @param instrument as persons call it
     * @param directory  of its journal, made where there is none
     * @throws IllegalStateException also where what the journal says of a command is not what the gate says now
     * @see Journal#open
     */
    public static Venue open(String instrument, Path directory, Journal.Terms terms, BookListener listener) {
        return new Venue(instrument, directory, terms, listener);
    }

    /** As {@link OrderBook#place}. */
    public Result place(long time, long id, long owner, BookSide side, TimeInForce force, long price, long size) {
        quiet();
        Objects.requireNonNull(force, "force");
        concerns(owner, Objects.requireNonNull(side, "side"));
        Verdict said = size <= 0 ? Verdict.APPROVED : judge(time, owner, force, price, size);
        write(JournalRecord.code(CommandKind.PLACE, side.ordinal(), force.ordinal(), said), said, time, id, owner, price, size);
        if (said != Verdict.APPROVED) {
            return Result.REFUSED;
        }
        telling = true;
        return told(book.place(id, owner, side, force, price, size));
    }

    private Verdict judge(long time, long owner, TimeInForce force, long price, long size) {
        return force == TimeInForce.FOK_BUDGET
                ? gate.placeBudget(time, owner, buys, size, price)
                : gate.place(time, owner, buys, force == TimeInForce.GTC, size, price);
    }

    /** As {@link OrderBook#cancel}. */
    public Result cancel(long time, long id, long owner) {
        quiet();
        concerns(id, owner);
        write(CommandKind.CANCEL, time, id, owner, 0, 0);
        telling = true;
        return told(book.cancel(id, owner));
    }

    /** As {@link OrderBook#reduce}. */
    public Result reduce(long time, long id, long owner, long size) {
        quiet();
        concerns(id, owner);
        write(CommandKind.REDUCE, time, id, owner, 0, size);
        telling = true;
        return told(book.reduce(id, owner, size));
    }

    /** As {@link OrderBook#move}. */
    public Result move(long time, long id, long owner, long price) {
        quiet();
        int slot = concerns(id, owner);
        Verdict said = slot == SlotIndex.NONE ? Verdict.APPROVED : gate.move(time, owner, buys, book.left(slot), price);
        write(JournalRecord.code(CommandKind.MOVE, 0, 0, said), said, time, id, owner, price, 0);
        if (said != Verdict.APPROVED) {
            return Result.REFUSED;
        }
        telling = true;
        return told(book.move(id, owner, price));
    }

    /** @see RiskGate#limit */
    public void limit(long time, long owner, Verdict limit, long value) {
        gate.limit(owner, limit, value);
        write(CommandKind.LIMIT, time, limit.ordinal(), owner, 0, value);
    }

    /** Orders and moves of the account are refused from now on. */
    public void halt(long time, long owner) {
        gate.halt(owner, true);
        write(CommandKind.HALT, time, 0, owner, 0, 0);
    }

    public void resume(long time, long owner) {
        gate.halt(owner, false);
        write(CommandKind.RESUME, time, 0, owner, 0, 0);
    }

    /** Orders and moves of everybody are refused from now on. */
    public void haltAll(long time) {
        gate.haltAll(true);
        write(CommandKind.HALT_ALL, time, 0, 0, 0, 0);
    }

    /** Accounts that are halted stay so. */
    public void resumeAll(long time) {
        gate.haltAll(false);
        write(CommandKind.RESUME_ALL, time, 0, 0, 0, 0);
    }

    /** @see RiskGate#reference */
    public void reference(long time, long price) {
        gate.reference(price);
        write(CommandKind.REFERENCE, time, 0, 0, price, 0);
    }

    /** What the gate said last, and what accounts hold. */
    public Exposure exposure() {
        return gate.exposure();
    }

    /** @see OrderBook#levels */
    public int levels(BookSide side) {
        return book.levels(side);
    }

    /** @see OrderBook#level */
    public Level level(BookSide side, int depth) {
        return book.level(side, depth);
    }

    /** @see Journal#written */
    public long written() {
        return journal.written();
    }

    /** From any thread. @see Journal#forced */
    public long forced() {
        return journal.forced();
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /** A command within another would be matched in the middle of it; after a listener that threw the book and the gate may differ. */
    private void quiet() {
        if (telling) {
            throw new IllegalStateException("a listener gave a command while it was told of another one, or threw: give it afterwards; after a fault open the venue again");
        }
    }

    private Result told(Result result) {
        telling = false;
        return result;
    }

    /** Whose fills and what side the command is about. @return the order's slot */
    private int concerns(long id, long owner) {
        int slot = book.own(id, owner);
        if (slot != SlotIndex.NONE) {
            concerns(owner, book.side(slot));
        }
        return slot;
    }

    private void concerns(long owner, BookSide side) {
        account = owner;
        buys = side == BookSide.BID;
    }

    /** The gate was not asked. */
    private void write(CommandKind kind, long time, long id, long owner, long price, long size) {
        write(JournalRecord.code(kind, 0, 0, Verdict.APPROVED), Verdict.APPROVED, time, id, owner, price, size);
    }

    private void write(int code, Verdict said, long time, long id, long owner, long price, long size) {
        if (again == null) {
            journal.append(code, time, id, owner, price, size);
        } else if (again.verdict() != said) {
            throw new IllegalStateException("record " + again.sequence() + " of the journal says " + again.verdict() + ", the gate says " + said
                    + " now (" + gate.exposure().words() + "): run the version that wrote the journal");
        }
    }

    /** A command of the journal once more. */
    private void take(JournalRecord from) {
        again = from;
        switch (from.kind()) {
            case PLACE -> place(from.time(), from.order(), from.account(), from.side(), from.force(), from.price(), from.size());
            case CANCEL -> cancel(from.time(), from.order(), from.account());
            case REDUCE -> reduce(from.time(), from.order(), from.account(), from.size());
            case MOVE -> move(from.time(), from.order(), from.account(), from.price());
            case LIMIT -> limit(from.time(), from.account(), Verdict.values()[(int) from.order()], from.size());
            case HALT -> halt(from.time(), from.account());
            case RESUME -> resume(from.time(), from.account());
            case HALT_ALL -> haltAll(from.time());
            case RESUME_ALL -> resumeAll(from.time());
            case REFERENCE -> reference(from.time(), from.price());
        }
    }

    /** Tells the gate first. */
    private final class Teller implements BookListener {

        @Override
        public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {
            gate.filled(account, buys, size, takerDone);
            gate.filled(book.makerOwner(), !buys, size, makerDone);
            listener.traded(taker, maker, price, size, makerDone, takerDone);
        }

        @Override
        public void reduced(long order, long price, long size, boolean done) {
            gate.closed(account, buys, size, done);
            listener.reduced(order, price, size, done);
        }

        @Override
        public void rejected(long order, long price, long size) {
            gate.closed(account, buys, size, true);
            listener.rejected(order, price, size);
        }
    }
}
