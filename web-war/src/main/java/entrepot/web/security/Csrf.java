package entrepot.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The token of the session, for pages: every form carries it as the field {@code csrf}. */
@Named
@RequestScoped
public class Csrf {

    @Inject
    private HttpServletRequest request;

    /** Empty where nobody is logged in. */
    public String getToken() {
        return OpenSession.of(request).map(OpenSession::token).orElse("");
    }
}
