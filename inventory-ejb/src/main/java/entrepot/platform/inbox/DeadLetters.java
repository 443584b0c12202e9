package entrepot.platform.inbox;

import entrepot.platform.outbox.Outbox;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What was put aside: look, send again, discard. Taking a letter and what is done with it are one transaction. */
@Stateless
@RolesAllowed({"admin", "system"})
public class DeadLetters {

    private static final long PATIENCE_MILLIS = 2000;
    private static final String GROUP = "JMSXGroupID";

    @Resource(lookup = "java:/JmsXA")
    private ConnectionFactory connections;

    @Resource
    private SessionContext caller;

    @Inject
    private LetterActs acts;

    /** The oldest first, one queue after the other. @param queue null for all */
    @RolesAllowed({"auditor", "admin", "system"})
    public List<DeadLetter> list(String queue) {
        List<DeadLetter> letters = new ArrayList<>();
        try (JMSContext context = connections.createContext()) {
            for (String topic : queue == null ? Outbox.TOPICS : List.of(queue)) {
                try (QueueBrowser browser = context.createBrowser(context.createQueue(topic + "-dead"))) {
                    Enumeration<?> messages = browser.getEnumeration();
                    for (Object message : Collections.list(messages)) {
                        letters.add(read(topic, (Message) message));
                    }
                }
            }
            return letters;
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    /** What was done with letters, newest first. @param before an id, or {@code Long.MAX_VALUE} */
    @RolesAllowed({"auditor", "admin"})
    public List<LetterAct> acts(long before, int limit) {
        return acts.list(before, limit);
    }

    /** @return false where there is none of this id any more */
    public boolean sendAgain(String id) {
        return take(id, "REPLAYED", null);
    }

    /** @return false where there is none of this id any more */
    public boolean discard(String id, String why) {
        return take(id, "DISCARDED", why);
    }

    private boolean take(String id, String act, String why) {
        Optional<String> queue = list(null).stream().filter(letter -> letter.id().equals(id)).map(DeadLetter::queue).findFirst();
        if (queue.isEmpty()) {
            return false;
        }
        try (JMSContext context = connections.createContext()) {
            Message message = context.createConsumer(context.createQueue(queue.get() + "-dead"), "JMSMessageID = 'ID:" + id + "'")
                    .receive(PATIENCE_MILLIS);
            if (message == null) {
                return false;
            }
            if (why == null) {
                send(context, queue.get(), message);
            }
            acts.note(caller.getCallerPrincipal().getName(), act, read(queue.get(), message), why);
            return true;
        } catch (JMSException failure) {
            throw broken(failure);
        }
    }

    private static void send(JMSContext context, String queue, Message letter) throws JMSException {
        TextMessage again = context.createTextMessage(letter instanceof TextMessage text ? text.getText() : null);
        if (letter.getStringProperty(GROUP) != null) {
            again.setStringProperty(GROUP, letter.getStringProperty(GROUP));
        }
        context.createProducer().send(context.createQueue(queue), again);
    }

    private static DeadLetter read(String queue, Message message) throws JMSException {
        return new DeadLetter(
                message.getJMSMessageID().substring("ID:".length()),
                queue,
                Instant.ofEpochMilli(message.getJMSTimestamp()),
                Objects.requireNonNullElse(message.getStringProperty(Mail.REASON), "the queue gave up on it; the log says why"),
                message instanceof TextMessage text ? Objects.requireNonNullElse(text.getText(), "") : "");
    }

    private static JMSRuntimeException broken(JMSException failure) {
        return new JMSRuntimeException(failure.getMessage(), failure.getErrorCode(), failure);
    }
}
