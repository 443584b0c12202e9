package entrepot.web.page;

import entrepot.platform.account.AccountDesk;
import entrepot.platform.account.Tries;
import entrepot.platform.account.UserAccount;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Who may come in, and what may they do? */
@Named
@RequestScoped
public class UsersPage {

    private static final int LIMIT = 100;

    @EJB
    private AccountDesk desk;

    @Inject
    private AccountForm form;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Faults faults;

    @Inject
    private Show show;

    private String after;
    private Part<UserAccount> accounts;
    private List<Tries> tries;

    /** With a password that is told once, on the page of the new account. */
    public String make() {
        String name = sent.text("name") == null ? "" : sent.text("name").toLowerCase(Locale.ROOT);
        String shown = sent.text("displayName") == null ? name : sent.text("displayName");
        if (shown.length() > 120) {
            faults.note("/displayName", show.word("user", "longname"));
            return null;
        }
        String password = desk.generate();
        if (!form.done(() -> desk.make(name, shown, password, form.roles()))) {
            return null;
        }
        notes.good(show.text("user.made", name, password));
        return "user.xhtml?faces-redirect=true&name=" + name;
    }

    public String lift(String subject) {
        desk.lift(subject);
        notes.good(show.text("user.lifted", subject));
        return "users.xhtml?faces-redirect=true";
    }

    public Part<UserAccount> getAccounts() {
        if (accounts == null) {
            String start = Asked.text(after) == null ? "" : Asked.text(after);
            accounts = Part.of(desk.list(start, LIMIT + 1), LIMIT, UserAccount::name);
        }
        return accounts;
    }

    public List<Tries> getTries() {
        if (tries == null) {
            tries = desk.tries();
        }
        return tries;
    }

    public boolean isLocked(String name) {
        return getTries().stream().anyMatch(one -> one.lockedUntil() != null && one.subject().equals("user:" + name));
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
