package entrepot.web.page;

import entrepot.web.language.Language;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Puts the user's choice before what the browser asks for. */
public class LanguageOfPages extends ViewHandlerWrapper {

    public LanguageOfPages(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext context) {
        return Language.chosen((HttpServletRequest) context.getExternalContext().getRequest()).orElseGet(() -> super.calculateLocale(context));
    }
}
