package entrepot.trading.market.server;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Does something in a transaction of its own while another is open: others see it at once. */
@Stateless
@RolesAllowed("system")
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Beside {

    public void run(Runnable act) {
        act.run();
    }
}
