package entrepot.web.page;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What an action has to say on the next page shown, which may come after a redirect. */
@SessionScoped
public class NoteBox implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Note> waiting = new ArrayList<>();

    /** @param bad whether nothing was done */
    public record Note(String text, boolean bad) implements Serializable {}

    public synchronized void good(String text) {
        waiting.add(new Note(text, false));
    }

    public synchronized void bad(String text) {
        waiting.add(new Note(text, true));
    }

    synchronized List<Note> empty() {
        List<Note> notes = List.copyOf(waiting);
        waiting.clear();
        return notes;
    }
}
