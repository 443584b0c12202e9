package entrepot.trading.sweep.server;

import entrepot.platform.sql.StoredJson;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.util.UUID;

/** Calls for chunks on the queue that all nodes of a machine share. A call that nobody hears for ten minutes ends. */
@ApplicationScoped
class ChunkQueue {

    static final String NAME = "sweep";
    private static final long HEARD_WITHIN_MILLIS = 600_000;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    void call(UUID sweep, int[] chunks, String dataHash) {
        try (JMSContext context = connections.createContext()) {
            var producer = context.createProducer().setTimeToLive(HEARD_WITHIN_MILLIS);
            for (int chunk : chunks) {
                producer.send(context.createQueue(NAME), StoredJson.write(new ChunkCall(ChunkCall.VERSION, sweep, chunk, dataHash)));
            }
        }
    }
}
