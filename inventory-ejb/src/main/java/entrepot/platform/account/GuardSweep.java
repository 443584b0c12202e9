package entrepot.platform.account;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets, once an hour, the tries of the day before. Two nodes may do so at once without harm. */
@Singleton
@PermitAll
public class GuardSweep {

    @Inject
    private GuardTable guards;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        guards.sweep();
    }
}
