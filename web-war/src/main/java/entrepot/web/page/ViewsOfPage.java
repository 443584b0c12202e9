package entrepot.web.page;

import entrepot.platform.view.SavedViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The filters a user keeps for the list that is shown. */
@Named("views")
@RequestScoped
public class ViewsOfPage {

    @Inject
    private SavedViews views;

    private String page;
    private List<SavedViews.View> kept;

    public List<SavedViews.View> of(String name) {
        if (kept == null || !name.equals(page)) {
            page = name;
            kept = views.of(name);
        }
        return kept;
    }
}
