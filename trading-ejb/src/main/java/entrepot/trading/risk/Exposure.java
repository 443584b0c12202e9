package entrepot.trading.risk;

/** What a gate knows, to be read and not to be changed. Lots; an account that nobody knows has nothing. */
public interface Exposure {

    /** Above zero where more was bought than sold. */
    long position(long account);

    /** What is left of all open purchases. */
    long buying(long account);

    /** What is left of all open sales. */
    long selling(long account);

    int openOrders(long account);

    long limit(long account, Verdict limit);

    /** Ticks. */
    long reference();

    /** Of the order or move that was judged last. */
    Verdict verdict();

    /** What it came to, in the unit of the verdict; the largest long where it is more. 0 where approved or halted. */
    long sent();

    /** What the limit was; 0 where approved or halted. */
    long allowed();

    /** The last verdict for a person: who, what was sent, what is allowed. */
    String words();
}
