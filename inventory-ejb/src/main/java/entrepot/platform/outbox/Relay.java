package entrepot.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import java.util.List;

/**
 * Carries what waits in the outbox to the queues. Many postings of one item become one message with the latest seal.
 * Reading, sending and removing are three steps in this order; a crash between them sends again and loses nothing. The
 * broker is not asked to find what comes twice: it would refuse the whole load, again and again. The inbox finds it.
 */
@ApplicationScoped
public class Relay {

    private static final int GROUP = 2000;

    private final ObjectMapper json = new ObjectMapper();

    @Inject
    private Database database;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    /** What waits for one queue: the outbox rows read, and one message an item for them. */
    public record Load(String topic, List<Long> rows, List<StockMoved> messages) {}

    /**
     * Reads sealed rows only: an unsealed posting has no number yet that a decision could cover. Joined as written: while
     * tables grow fast the optimizer begins with all that ever moved.
     */
    public Load read(String topic) {
        return database.jdbi().withHandle(handle -> {
            List<Long> rows = handle
                    .createQuery("SELECT o.id FROM outbox o JOIN seal s ON s.posting_seq = o.posting_seq"
                            + " WHERE o.topic = ? ORDER BY o.id LIMIT " + GROUP)
                    .bind(0, topic)
                    .mapTo(Long.class)
                    .list();
            List<StockMoved> messages = rows.isEmpty() ? List.of() : handle
                    .createQuery("SELECT STRAIGHT_JOIN " + StockMoved.VERSION + " v, i.id item, i.sku, MAX(s.number) watermark,"
                            + " MIN(m.business_date) since FROM outbox o JOIN seal s ON s.posting_seq = o.posting_seq"
                            + " JOIN movement m ON m.posting_seq = o.posting_seq JOIN item i ON i.id = m.item_id"
                            + " WHERE o.id IN (<rows>) GROUP BY i.id, i.sku")
                    .bindList("rows", rows)
                    .mapTo(StockMoved.class)
                    .list();
            return new Load(topic, rows, messages);
        });
    }

    public void send(Load load) {
        try (JMSContext context = connections.createContext()) {
            var queue = context.createQueue(load.topic());
            for (StockMoved message : load.messages()) {
                context.createProducer().send(queue, text(context, message));
            }
        }
    }

    public void remove(Load load) {
        database.jdbi().useHandle(handle -> handle
                .createUpdate("DELETE FROM outbox WHERE id IN (<rows>)")
                .bindList("rows", load.rows())
                .execute());
    }

    private TextMessage text(JMSContext context, StockMoved moved) {
        try {
            TextMessage message = context.createTextMessage(json.writeValueAsString(moved));
            message.setStringProperty("JMSXGroupID", moved.sku());
            return message;
        } catch (JMSException failure) {
            throw new JMSRuntimeException(failure.getMessage(), failure.getErrorCode(), failure);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write " + moved, failure);
        }
    }
}
