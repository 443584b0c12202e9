package entrepot.trading.pricing.server;

import entrepot.platform.inbox.StockListener;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.jms.MessageListener;

/** Decides on the price when stock moved. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/reprice"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
})
@PermitAll
@RunAs("system")
public class RepriceOnSale extends StockListener implements MessageListener {

    static final String QUEUE = "reprice";

    @EJB
    private Repricer repricer;

    public RepriceOnSale() {
        super(QUEUE);
    }

    @Override
    protected boolean decide(long item, long watermark) {
        return repricer.decide(item, watermark) != Repricer.Answer.NO_SUCH_ITEM;
    }
}
