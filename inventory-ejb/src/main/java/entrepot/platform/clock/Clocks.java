package entrepot.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The server's clock, UTC. */
@ApplicationScoped
public class Clocks {

    @Produces
    public Clock utc() {
        return Clock.systemUTC();
    }
}
