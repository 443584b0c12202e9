package entrepot.system.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** Reads back what the broker does, not what was written into its configuration. */
@Inside
class QueuesTest {

    @Deployment
    static EnterpriseArchive archive() {
        return Inside.Archive.with(QueuesTest.class);
    }

    @Test
    void aQueueTriesAgainWithPausesAndHasItsOwnDeadLetters() throws Exception {
        for (String queue : new String[] {"replenishment", "reprice"}) {
            JsonObject setting = read("getAddressSettingsAsJson", queue).readObject();
            assertEquals(1000, setting.getInt("redeliveryDelay"), setting.toString());
            assertEquals(2.0, setting.getJsonNumber("redeliveryMultiplier").doubleValue(), setting.toString());
            assertEquals(60_000, setting.getInt("maxRedeliveryDelay"), setting.toString());
            assertEquals(-1, setting.getInt("maxDeliveryAttempts"), setting.toString());
            assertEquals("jms.queue." + queue + "-dead", setting.getString("DLA"), setting.toString());
        }
    }

    @Test
    void noRoleMayUseAQueueFromOutside() throws Exception {
        for (String queue : new String[] {"replenishment", "reprice"}) {
            JsonArray roles = read("getRolesAsJson", queue).readArray();
            assertEquals(0, roles.size(), roles.toString());
        }
    }

    @Test
    void whatWasSentIsOnTheDisk() throws Exception {
        assertTrue((Boolean) attribute("persistenceEnabled"));
        assertTrue((Boolean) attribute("journalSyncTransactional"));
        assertTrue((Boolean) attribute("journalSyncNonTransactional"));
    }

    private static JsonReader read(String operation, String queue) throws Exception {
        Object text = ManagementFactory.getPlatformMBeanServer()
                .invoke(broker(), operation, new Object[] {"jms.queue." + queue}, new String[] {String.class.getName()});
        return Json.createReader(new StringReader((String) text));
    }

    private static Object attribute(String name) throws Exception {
        return ManagementFactory.getPlatformMBeanServer().getAttribute(broker(), name);
    }

    private static ObjectName broker() throws Exception {
        return new ObjectName("jboss.as:subsystem=messaging-activemq,server=default");
    }
}
