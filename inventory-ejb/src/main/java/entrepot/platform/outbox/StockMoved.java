package entrepot.platform.outbox;

/**
 * What a queue is told: this item moved, up to this seal. As JSON text, never as a serialized object.
 *
 * @param v         version of the form, 1
 * @param item      row number
 * @param watermark the last seal covered
 * @param since     the earliest business date among what moved, ISO 8601
 */
public record StockMoved(int v, long item, String sku, long watermark, String since) {

    public static final int VERSION = 1;
}
