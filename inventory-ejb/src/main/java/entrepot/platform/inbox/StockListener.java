package entrepot.platform.inbox;

import entrepot.platform.outbox.StockMoved;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hears that stock moved. The claim, the decision and taking the message are one transaction. */
@PermitAll
public abstract class StockListener implements MessageListener {

    private final String queue;

    @Inject
    private Mail mail;

    @Resource
    private MessageDrivenContext context;

    protected StockListener(String queue) {
        this.queue = queue;
    }

    /** @return false where there is no such item */
    protected abstract boolean decide(long item, long watermark);

    @Override
    public void onMessage(Message message) {
        try {
            StockMoved moved = mail.stockMoved(message);
            if (!decide(moved.item(), moved.watermark())) {
                mail.putAside(message, queue, "no item " + moved.item() + " '" + moved.sku() + "'");
            }
        } catch (Unreadable reason) {
            mail.putAside(message, queue, reason.getMessage());
        } catch (RuntimeException failure) {
            context.setRollbackOnly();
            mail.comesAgain(message, queue, failure);
        }
    }
}
