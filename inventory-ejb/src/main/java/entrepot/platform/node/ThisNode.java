package entrepot.platform.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who this server is. The launcher gives the name; a server without one is named by its start. */
@ApplicationScoped
public class ThisNode {

    private final String run = UUID.randomUUID().toString();

    /** The same at each start. */
    public String name() {
        return System.getProperty("entrepot.node.name", run);
    }

    /** Of this start alone: what a start before held is not held by this one. */
    public String run() {
        return run;
    }

    String url() {
        return System.getProperty("entrepot.url", "");
    }

    String machine() {
        return System.getProperty("entrepot.machine", "");
    }

    int messagePort() {
        return Integer.getInteger("entrepot.messages.port", 0);
    }
}
