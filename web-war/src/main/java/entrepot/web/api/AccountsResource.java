package entrepot.web.api;

import entrepot.platform.account.AccountDesk;
import entrepot.platform.account.Tries;
import entrepot.platform.account.UserAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/** Everybody's accounts, for administrators. */
@Path("accounts")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @Inject
    private AccountDesk desk;

    /** A new account. */
    public record NewAccount(String name, String displayName, String password, List<String> roles) {
        @Override
        public String toString() {
            return "account " + name;
        }
    }

    /** All roles of an account. */
    public record Roles(List<String> roles) {}

    /** A new password. */
    public record Password(String password) {
        @Override
        public String toString() {
            return "password";
        }
    }

    @GET
    public Page<AccountAnswer> list(@QueryParam("after") @DefaultValue("") String after, @QueryParam("limit") Integer limit) {
        var fields = new Fields();
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(desk.list(after, rows + 1), rows, UserAccount::name).map(AccountAnswer::of);
    }

    @GET
    @Path("{name}")
    public AccountAnswer find(@PathParam("name") String name) {
        return AccountAnswer.of(desk.find(name));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(NewAccount body) {
        var fields = new Fields();
        String name = fields.text("/name", body.name(), 64);
        String displayName = fields.text("/displayName", body.displayName(), 120);
        String password = fields.required("/password", body.password());
        List<String> roles = roles(fields, body.roles());
        fields.check();
        UserAccount made = desk.make(name, displayName, password, roles);
        return Response.created(URI.create("accounts/" + made.name())).entity(AccountAnswer.of(made)).build();
    }

    @PUT
    @Path("{name}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountAnswer setRoles(@PathParam("name") String name, Roles body) {
        var fields = new Fields();
        List<String> roles = roles(fields, body.roles());
        fields.check();
        return AccountAnswer.of(desk.setRoles(name, roles));
    }

    @PUT
    @Path("{name}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccountAnswer setPassword(@PathParam("name") String name, Password body) {
        var fields = new Fields();
        String password = fields.required("/password", body.password());
        fields.check();
        return AccountAnswer.of(desk.setPassword(name, password));
    }

    /** Nobody comes in with it any more, and who is in is out. */
    @POST
    @Path("{name}/close")
    public AccountAnswer close(@PathParam("name") String name) {
        return AccountAnswer.of(desk.close(name));
    }

    /** Opens a closed account and lifts the lock that too many tries put on it. */
    @POST
    @Path("{name}/open")
    public AccountAnswer open(@PathParam("name") String name) {
        return AccountAnswer.of(desk.open(name));
    }

    /** Who is in with it is out and must log in again; tokens stay. */
    @DELETE
    @Path("{name}/sessions")
    public void endSessions(@PathParam("name") String name) {
        desk.endSessions(name);
    }

    /** @param tries counted now; @param lockOuts locks so far, each longer; @param lockedUntil UTC, absent where it is open */
    record TriesAnswer(int tries, int lockOuts, LocalDateTime lockedUntil) {
        static TriesAnswer of(Tries tries) {
            return new TriesAnswer(tries.tries(), tries.lockOuts(), tries.lockedUntil());
        }
    }

    /** How often somebody tried to log in by this name, and whether that locked it. */
    @GET
    @Path("{name}/tries")
    public TriesAnswer tries(@PathParam("name") String name) {
        return TriesAnswer.of(desk.tries(name));
    }

    /** Forgets them and lifts the lock; whether the account is open stays as it was. */
    @DELETE
    @Path("{name}/tries")
    public void forgetTries(@PathParam("name") String name) {
        desk.forgetTries(name);
    }

    private static List<String> roles(Fields fields, List<String> roles) {
        if (fields.required("/roles", roles) == null) {
            return List.of();
        }
        for (int i = 0; i < roles.size(); i++) {
            fields.text("/roles/" + i, roles.get(i), 16);
        }
        return roles.stream().filter(Objects::nonNull).distinct().toList();
    }
}
