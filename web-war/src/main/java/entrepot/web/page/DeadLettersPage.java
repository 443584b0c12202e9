package entrepot.web.page;

import entrepot.platform.inbox.DeadLetter;
import entrepot.platform.inbox.DeadLetters;
import entrepot.platform.inbox.LetterAct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;

/** Which messages could nobody work on, and why? */
@Named
@RequestScoped
public class DeadLettersPage {

    private static final int SHOWN = 200;
    private static final int ACTS = 50;
    private static final int LONGEST_REASON = 200;
    private static final String AGAIN = "deadletters.xhtml?faces-redirect=true";

    @EJB
    private DeadLetters desk;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Show show;

    private List<DeadLetter> letters;
    private List<LetterAct> acts;

    public String replay() {
        return done(desk::sendAgain, "letters.replayed");
    }

    public String discard() {
        String reason = sent.text("reason");
        if (reason == null || reason.length() > LONGEST_REASON) {
            notes.bad(show.word("letters", "reason.missing"));
            return AGAIN;
        }
        return done(id -> desk.discard(id, reason), "letters.discarded");
    }

    /** Those that somebody else took meanwhile are not counted. */
    private String done(Predicate<String> act, String key) {
        List<String> picked = sent.texts("letter");
        long done = picked.stream().filter(act).count();
        if (done == 0) {
            notes.bad(show.word("letters", picked.isEmpty() ? "nothing" : "gone"));
        } else {
            notes.good(show.text(key, done));
        }
        return AGAIN;
    }

    /** The first of all. */
    public List<DeadLetter> getLetters() {
        return all().stream().limit(SHOWN).toList();
    }

    public int getTotal() {
        return all().size();
    }

    private List<DeadLetter> all() {
        if (letters == null) {
            letters = desk.list(null);
        }
        return letters;
    }

    public List<LetterAct> getActs() {
        if (acts == null) {
            acts = desk.acts(Long.MAX_VALUE, ACTS);
        }
        return acts;
    }
}
