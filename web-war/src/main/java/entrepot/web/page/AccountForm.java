package entrepot.web.page;

import entrepot.platform.account.AccountRefused;
import entrepot.platform.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What forms about accounts have in common: ticked roles, and what speaks against an act. */
@Named
@RequestScoped
public class AccountForm {

    @Inject
    private Faults faults;

    /** @return whether it was done */
    boolean done(Runnable act) {
        try {
            act.run();
            return true;
        } catch (AccountRefused refused) {
            faults.note(refused.field() == null ? "" : "/" + refused.field(),
                    refused.field() == null ? refused.getMessage() : refused.field() + " " + refused.getMessage());
            return false;
        }
    }

    List<String> roles() {
        String[] ticked = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap().get("role");
        return ticked == null ? List.of() : Arrays.stream(ticked).distinct().toList();
    }

    public boolean isTicked(String role) {
        return roles().contains(role);
    }

    /** All there are. */
    public List<String> getChoices() {
        return Role.CODES;
    }
}
