package entrepot.trading.pricing.server;

import entrepot.platform.inbox.Mail;
import entrepot.platform.inbox.Unreadable;
import entrepot.platform.outbox.StockMoved;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Decides on the price when stock moved. The claim, the decision and taking the message are one transaction. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/reprice"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
})
@PermitAll
@RunAs("system")
public class RepriceOnSale implements MessageListener {

    static final String QUEUE = "reprice";

    @EJB
    private Repricer repricer;

    @Inject
    private Mail mail;

    @Resource
    private MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try {
            decide(message);
        } catch (Unreadable reason) {
            mail.putAside(message, QUEUE, reason.getMessage());
        } catch (RuntimeException failure) {
            context.setRollbackOnly();
            mail.comesAgain(message, QUEUE, failure);
        }
    }

    private void decide(Message message) throws Unreadable {
        StockMoved moved = mail.stockMoved(message);
        if (repricer.decide(moved.item(), moved.watermark()) == Repricer.Answer.NO_SUCH_ITEM) {
            mail.putAside(message, QUEUE, "no item " + moved.item() + " '" + moved.sku() + "'");
        }
    }
}
