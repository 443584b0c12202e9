package entrepot.web.api;

import entrepot.inventory.assembly.server.BillDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes bills in, from the API and from the page. */
@ApplicationScoped
public class BillIntake {

    @EJB
    private BillDesk desk;

    @Inject
    private DocumentFields documents;

    /** @param version as last seen, 0 where there was none; @throws ApiProblem with everything that is wrong with the fields */
    public void set(String sku, int version, BillBody body) {
        Fields fields = new Fields();
        BillDesk.Asked asked = DocumentFields.body(body).read(fields, fields.text("/sku", sku, 32), documents);
        fields.check();
        desk.set(asked, version);
    }
}
