package entrepot.web.page;

import entrepot.trading.tearsheet.server.TearSheetView;
import entrepot.trading.tearsheet.server.TearSheets;
import entrepot.web.language.Language;
import entrepot.web.tearsheet.SheetText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** A backtest of any kind on one sheet, to be printed. */
@Named
@RequestScoped
public class TearSheetPage {

    @Inject
    private TearSheets sheets;

    private String id;
    private TearSheetView shown;
    private SheetText text;

    public void open() {
        UUID asked = Asked.id(id);
        shown = asked == null ? null : sheets.find(asked).flatMap(TearSheets.Asked::sheet).orElse(null);
        Missing.unless(shown != null);
        if (shown != null) {
            text = new SheetText(shown, Language.here());
        }
    }

    /** Null where there is no such backtest, or it is not through. */
    public TearSheetView getShown() {
        return shown;
    }

    public SheetText getText() {
        return text;
    }

    /** The page of the backtest itself. */
    public String getPage() {
        return shown.portfolio() ? "portfoliobacktest" : "backtest";
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
