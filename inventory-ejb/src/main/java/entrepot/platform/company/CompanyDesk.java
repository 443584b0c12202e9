package entrepot.platform.company;

import entrepot.platform.outbox.HistoryLoad;
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

    @Inject
    private HistoryLoad history;

    /**
     * Makes the company a demonstration for good.
     *
     * @param loaded whether its history is all there: only then, or after half a minute, something is decided on it
     * @return false where it is none and has postings: those are real
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean becomeDemo(String name, boolean loaded) {
        if (!companies.company().demo()) {
            if (hasPostings()) {
                return false;
            }
            companies.becomeDemo(name);
        }
        if (loaded) {
            history.ends();
        } else {
            history.goesOn();
        }
        return true;
    }

    private boolean hasPostings() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT EXISTS(SELECT 1 FROM posting)").mapTo(boolean.class).one());
    }
}
