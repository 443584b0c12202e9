package entrepot.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The notes this page shows; each is shown once. */
@Named
@RequestScoped
public class Notes {

    @Inject
    private NoteBox box;

    private List<NoteBox.Note> shown;

    public List<NoteBox.Note> getShown() {
        if (shown == null) {
            shown = box.empty();
        }
        return shown;
    }
}
