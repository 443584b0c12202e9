package entrepot.web.api;

import entrepot.platform.account.OwnAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The account that makes the request. */
@Path("me")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    private OwnAccount own;

    @Context
    private HttpServletRequest request;

    /** A new password, and the one that it replaces. */
    public record NewPassword(String oldPassword, String password) {
        @Override
        public String toString() {
            return "new password";
        }
    }

    @GET
    public AccountAnswer me() {
        return AccountAnswer.of(own.me());
    }

    /** Ends every session of the account. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(NewPassword body) {
        var fields = new Fields();
        String old = fields.required("/oldPassword", body.oldPassword());
        String password = fields.required("/password", body.password());
        fields.check();
        own.changePassword(old, password, request.getRemoteAddr());
    }
}
