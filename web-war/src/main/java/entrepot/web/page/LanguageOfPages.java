package entrepot.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Puts the user's choice before what the browser asks for. */
public class LanguageOfPages extends ViewHandlerWrapper {

    /** The attribute of a request that has the language its account chose; absent where it chose none. */
    public static final String CHOSEN = "entrepot.language";

    public LanguageOfPages(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Language.chosen(context.getExternalContext()).orElseGet(() -> super.calculateLocale(context));
    }
}
