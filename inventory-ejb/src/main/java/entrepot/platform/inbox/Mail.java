package entrepot.platform.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.platform.outbox.StockMoved;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Reads messages. One that cannot be understood goes to the dead-letter queue of its queue at once, with the reason; a
 * failure that may pass, as a database that is away, rolls back and comes again by the queue's own redelivery.
 */
@ApplicationScoped
public class Mail {

    /** Property of a dead letter: why it is there. */
    public static final String REASON = "reason";

    private static final Logger LOG = System.getLogger(Mail.class.getName());

    private final ObjectMapper json = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    @Inject
    private FailedDeliveries failed;

    public StockMoved stockMoved(Message message) throws Unreadable {
        if (!(message instanceof TextMessage text)) {
            throw new Unreadable("not a text message");
        }
        try {
            return read(text.getText());
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    StockMoved read(String text) throws Unreadable {
        try {
            int version = json.readTree(text).path("v").asInt();
            if (version != StockMoved.VERSION) {
                throw new Unreadable("version " + version + " of the form is not known, only " + StockMoved.VERSION);
            }
            return json.readValue(text, StockMoved.class);
        } catch (JsonProcessingException malformed) {
            throw new Unreadable("malformed: " + malformed.getOriginalMessage());
        }
    }

    /** @return why it is not worth another try; empty where it is, as for each that comes for the first time */
    Optional<String> hopeless(Message message) {
        try {
            return isFirstTry(message) ? Optional.empty() : failed.tooMany(message.getJMSMessageID());
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    /** What it failed before is of no interest any more. In the transaction that takes it from its queue. */
    void done(Message message) {
        try {
            if (!isFirstTry(message)) {
                failed.forget(message.getJMSMessageID());
            }
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    private static boolean isFirstTry(Message message) throws JMSException {
        return message.getIntProperty("JMSXDeliveryCount") <= 1;
    }

    /** Sends the message to the dead letters of {@code queue}, in the transaction that takes it from its queue. */
    public void putAside(Message message, String queue, String reason) {
        try (JMSContext context = connections.createContext()) {
            TextMessage copy = context.createTextMessage(message instanceof TextMessage text ? text.getText() : null);
            copy.setStringProperty(REASON, reason);
            copy.setStringProperty("origin", message.getJMSMessageID());
            context.createProducer().send(context.createQueue(queue + "-dead"), copy);
            LOG.log(Level.ERROR, "message put aside: queue={0} message={1} reason={2}", queue, message.getJMSMessageID(), reason);
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    /** One line and a count for a message that will come again. The count fails while the database is away. */
    public void comesAgain(Message message, String queue, RuntimeException failure) {
        try {
            String id = message.getJMSMessageID();
            LOG.log(Level.WARNING, "message comes again: queue=" + queue + " message=" + id
                    + " delivery=" + message.getIntProperty("JMSXDeliveryCount"), failure);
            failed.note(id, failure);
        } catch (JMSException unnamed) {
            failure.addSuppressed(unnamed);
            LOG.log(Level.WARNING, "message comes again: queue=" + queue, failure);
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "failure not counted: queue={0} reason={1}", queue, FailedDeliveries.reason(away));
        }
    }

    private static JMSRuntimeException broken(JMSException failure) {
        return new JMSRuntimeException(failure.getMessage(), failure.getErrorCode(), failure);
    }
}
