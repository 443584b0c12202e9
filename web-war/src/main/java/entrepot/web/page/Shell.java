package entrepot.web.page;

import entrepot.platform.company.CompanyFile;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;

/** What stands around every page: company, user, theme and the places this user may go, by job. */
@Named
@RequestScoped
public class Shell {

    private static final Set<String> THEMES = Set.of("light", "dark");

    @Inject
    private CompanyFile companies;

    /** The places this user may go. */
    public List<Places.Group> getGroups() {
        return Places.open(external()::isUserInRole);
    }

    /** @return {@code page} where the page shown is this place or stands under it, else null */
    public String current(String place) {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return place.equals(Places.of(Places.name(view))) ? "page" : null;
    }

    public String getCompany() {
        return companies.company().name();
    }

    public boolean isDemo() {
        return companies.company().demo();
    }

    public String getCurrency() {
        return companies.company().currency().getCurrencyCode();
    }

    public String getUser() {
        return external().getRemoteUser();
    }

    /** Whether this user may open a page. */
    public boolean goes(String page) {
        return Places.mayOpen(page).map(Shell::isOneOf).orElse(false);
    }

    public boolean may(String role) {
        return external().isUserInRole(role) || external().isUserInRole("admin");
    }

    /** Whether the user may see what things cost: everybody but who is a cashier alone. */
    public boolean isCosts() {
        return isOneOf(Places.COSTS);
    }

    /** Whether the user's work needs margins and proposals of prices. */
    public boolean isMargins() {
        return isOneOf(Places.MARGINS);
    }

    private static boolean isOneOf(List<String> roles) {
        return roles.stream().anyMatch(external()::isUserInRole);
    }

    /** What the user chose, or null to follow the system. */
    public String getTheme() {
        return external().getRequestCookieMap().get("theme") instanceof Cookie cookie && THEMES.contains(cookie.getValue())
                ? cookie.getValue()
                : null;
    }

    /** What the button in the head changes to. */
    public String getOtherLanguage() {
        return Language.here().locale().getLanguage().equals("de") ? "en" : "de";
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
