package entrepot.inventory.replenishment.server;

import entrepot.platform.inbox.StockListener;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.jms.MessageListener;

/** Decides what to order when stock moved. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/replenishment"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
})
@PermitAll
@RunAs("system")
public class ReplenishOnSale extends StockListener implements MessageListener {

    static final String QUEUE = "replenishment";

    @EJB
    private Replenisher replenisher;

    public ReplenishOnSale() {
        super(QUEUE);
    }

    @Override
    protected boolean decide(long item, long watermark) {
        return replenisher.decide(item, watermark) != Replenisher.Answer.NO_SUCH_ITEM;
    }
}
