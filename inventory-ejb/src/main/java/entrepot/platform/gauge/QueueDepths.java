package entrepot.platform.gauge;

import entrepot.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many messages wait, as the broker says by JMX: whoever browses a long queue to count it slows it down. */
@ApplicationScoped
public class QueueDepths {

    private static final String NAME = "jboss.as:subsystem=messaging-activemq,server=default,jms-queue=";

    /** @param waiting for a consumer, with one, or for its next try; @param dead put aside */
    public record Depth(String queue, long waiting, long dead) {}

    public List<Depth> all() {
        return Outbox.TOPICS.stream().map(topic -> new Depth(topic, messages(topic), messages(topic + "-dead"))).toList();
    }

    private static long messages(String queue) {
        try {
            Object count = ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(NAME + queue), "messageCount");
            return ((Number) count).longValue();
        } catch (JMException failure) {
            throw new IllegalStateException("the broker does not say how many messages wait in " + queue, failure);
        }
    }
}
