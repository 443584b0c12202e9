package entrepot.platform.inbox;

import entrepot.platform.outbox.StockMoved;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Optional;

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
            Optional<String> why = mail.hopeless(message).or(() -> decideOn(message));
            why.ifPresent(reason -> mail.putAside(message, queue, reason));
            mail.done(message);
        } catch (RuntimeException failure) {
            context.setRollbackOnly();
            mail.comesAgain(message, queue, failure);
        }
    }

    /** @return why no later try will do; empty where it is decided */
    private Optional<String> decideOn(Message message) {
        try {
            StockMoved moved = mail.stockMoved(message);
            return decide(moved.item(), moved.watermark())
                    ? Optional.empty()
                    : Optional.of("no item " + moved.item() + " '" + moved.sku() + "'");
        } catch (Unreadable reason) {
            return Optional.of(reason.getMessage());
        }
    }
}
