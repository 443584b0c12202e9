package entrepot.trading.sweep.server;

import entrepot.platform.sql.StoredJson;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Makes the chunk that is called for; as many at a time as the launcher says, one core less than there are. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/sweep"),
    @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "${entrepot.sweep.chunks:1}")
})
@PermitAll
@RunAs("system")
@TransactionManagement(TransactionManagementType.BEAN)
public class ChunkOnCall implements MessageListener {

    private static final Logger LOG = System.getLogger(ChunkOnCall.class.getName());

    @Inject
    private ChunkMaker maker;

    @Override
    public void onMessage(Message message) {
        try {
            ChunkCall call = StoredJson.read(((TextMessage) message).getText(), ChunkCall.class);
            if (call.v() == ChunkCall.VERSION) {
                maker.answer(call);
            } else {
                LOG.log(Level.WARNING, "chunk of another version is not made here: version={0}", call.v());
            }
        } catch (JMSException failure) {
            throw new JMSRuntimeException(failure.getMessage(), failure.getErrorCode(), failure);
        }
    }
}
