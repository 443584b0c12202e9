package entrepot.platform.company;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What an administrator may do with the company itself. */
@Stateless
@RolesAllowed("admin")
public class CompanyDesk {

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    /** Makes the company a demonstration for good. @return false where it is none and has postings: those are real */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean becomeDemo(String name) {
        if (companies.company().demo()) {
            return true;
        }
        if (hasPostings()) {
            return false;
        }
        companies.becomeDemo(name);
        return true;
    }

    private boolean hasPostings() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT EXISTS(SELECT 1 FROM posting)").mapTo(boolean.class).one());
    }
}
