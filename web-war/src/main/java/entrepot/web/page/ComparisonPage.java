package entrepot.web.page;

import entrepot.trading.comparison.server.ComparisonRefused;
import entrepot.trading.comparison.server.Comparisons;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Which backtest did better, and is it more than luck? */
@Named
@RequestScoped
public class ComparisonPage {

    @Inject
    private Comparisons comparisons;

    @Inject
    private NoteBox notes;

    private ComparisonText text;

    public void open() {
        String[] named = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().get("of");
        if (named == null) {
            return;
        }
        List<UUID> ids = Stream.of(named).map(Asked::id).filter(Objects::nonNull).toList();
        Missing.unless(ids.size() == named.length);
        if (ids.size() == named.length) {
            try {
                text = new ComparisonText(comparisons.of(ids), Language.here());
            } catch (ComparisonRefused refused) {
                refused.faults().forEach(fault -> notes.bad(fault.detail()));
            }
        }
    }

    /** Null where none were named, or they cannot be compared. */
    public ComparisonText getText() {
        return text;
    }
}
