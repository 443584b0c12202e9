package entrepot.platform.inbox;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.Enumeration;

/** What was put aside for a queue. Taking a letter and sending it again are one transaction. */
@Stateless
@RolesAllowed({"admin", "system"})
public class DeadLetters {

    private static final long PATIENCE_MILLIS = 2000;

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    public int count(String queue) {
        try (JMSContext context = connections.createContext();
                QueueBrowser browser = context.createBrowser(context.createQueue(queue + "-dead"))) {
            Enumeration<?> letters = browser.getEnumeration();
            return Collections.list(letters).size();
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    /** @return false where there is none */
    public boolean sendOneAgain(String queue) {
        try (JMSContext context = connections.createContext()) {
            Message letter = context.createConsumer(context.createQueue(queue + "-dead")).receive(PATIENCE_MILLIS);
            if (letter == null) {
                return false;
            }
            TextMessage again = context.createTextMessage(letter instanceof TextMessage text ? text.getText() : null);
            if (letter.getStringProperty("JMSXGroupID") != null) {
                again.setStringProperty("JMSXGroupID", letter.getStringProperty("JMSXGroupID"));
            }
            context.createProducer().send(context.createQueue(queue), again);
            return true;
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    private static JMSRuntimeException broken(JMSException failure) {
        return new JMSRuntimeException(failure.getMessage(), failure.getErrorCode(), failure);
    }
}
