package entrepot.trading.sweep.server;

import java.util.UUID;

/**
 * What the queue is told: this chunk is wanted. As JSON text.
 *
 * @param v        version of the form, 1
 * @param chunk    from 0
 * @param dataHash of the bars that the chunks before it are made of
 */
record ChunkCall(int v, UUID sweep, int chunk, String dataHash) {

    static final int VERSION = 1;
}
