package entrepot.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The notes this page shows; each is shown once. */
@Named
@RequestScoped
public class Notes {

    @Inject
    private NoteBox box;

    private final List<NoteBox.Note> shown = new ArrayList<>();

    /** Asked before an action and after it: what the action says is on its own page. */
    public List<NoteBox.Note> getShown() {
        shown.addAll(box.empty());
        return shown;
    }
}
