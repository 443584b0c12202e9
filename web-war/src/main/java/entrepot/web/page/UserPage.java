package entrepot.web.page;

import entrepot.platform.account.AccountDesk;
import entrepot.platform.account.AccountRefused;
import entrepot.platform.account.SecurityReport;
import entrepot.platform.account.Tries;
import entrepot.platform.account.UserAccount;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What may this account do, and what did it do lately? */
@Named
@RequestScoped
public class UserPage {

    private static final int EVENTS = 20;

    @EJB
    private AccountDesk desk;

    @EJB
    private SecurityReport report;

    @Inject
    private AccountForm form;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private String name;

    public void open() {
        Missing.unless(getAccount() != null);
    }

    public String roles() {
        return act("roles", () -> desk.setRoles(name, form.roles()));
    }

    public String close() {
        return act("closed", () -> desk.close(name));
    }

    /** Also lifts the lock that too many tries put on it. */
    public String reopen() {
        return act("opened", () -> desk.open(name));
    }

    public String end() {
        return act("ended", () -> desk.endSessions(name));
    }

    /** A new one that nobody chose, told once. */
    public String reset() {
        String password = desk.generate();
        if (form.done(() -> desk.setPassword(name, password))) {
            notes.good(show.text("user.reset.done", name, password));
            return again();
        }
        return null;
    }

    private String act(String done, Runnable act) {
        if (form.done(act)) {
            notes.good(show.word("user.done", done));
            return again();
        }
        return null;
    }

    private String again() {
        return "user.xhtml?faces-redirect=true&name=" + name;
    }

    /** Null where there is none. */
    public UserAccount getAccount() {
        try {
            return Asked.text(name) == null ? null : desk.find(name);
        } catch (AccountRefused unknown) {
            return null;
        }
    }

    /** Null where nobody tried wrongly. */
    public Tries getTries() {
        Tries tries = getAccount() == null ? null : desk.tries(name);
        return tries == null || tries.tries() == 0 && tries.lockedUntil() == null ? null : tries;
    }

    public boolean isTicked(String role) {
        return sent.text("form") == null ? getAccount().roles().contains(role) : form.isTicked(role);
    }

    public List<SecurityReport.Line> getEvents() {
        return report.list(new SecurityReport.Filter(null, name, null, null), Long.MAX_VALUE, EVENTS);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
