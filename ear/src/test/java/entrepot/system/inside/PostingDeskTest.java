package entrepot.system.inside;

import static org.junit.jupiter.api.Assertions.assertThrows;

import entrepot.inventory.ledger.server.PostingDesk;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

@Inside
class PostingDeskTest {

    @Deployment
    static EnterpriseArchive archive() {
        return Inside.Archive.with(PostingDeskTest.class);
    }

    @Test
    void nobodyPostsWithoutARole() throws Exception {
        PostingDesk desk = InitialContext.doLookup("java:app/inventory-ejb/PostingDesk");
        assertThrows(EJBAccessException.class, () -> desk.post(List.of()));
    }
}
