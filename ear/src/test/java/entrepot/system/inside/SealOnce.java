package entrepot.system.inside;

import entrepot.platform.audit.Sealer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Another node that believes it is the one that seals. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SealOnce {

    @Inject
    private Sealer sealer;

    public int seal() {
        return sealer.seal();
    }
}
