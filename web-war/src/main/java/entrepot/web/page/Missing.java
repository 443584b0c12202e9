package entrepot.web.page;

import jakarta.faces.FacesException;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers 404 for a page of something that is not there. */
final class Missing {

    private Missing() {}

    static void unless(boolean found) {
        if (found) {
            return;
        }
        FacesContext context = FacesContext.getCurrentInstance();
        try {
            context.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        } catch (IOException gone) {
            throw new FacesException(gone);
        }
        context.responseComplete();
    }
}
