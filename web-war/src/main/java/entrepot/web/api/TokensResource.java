package entrepot.web.api;

import entrepot.platform.account.OwnAccount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One's own tokens for programs. */
@Path("tokens")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private static final int DAYS = 90;

    @Inject
    private OwnAccount own;

    @Inject
    private Clock clock;

    /** A token to make. @param roles null for all of one's own; @param days until it expires, null for {@value #DAYS} */
    public record NewToken(String label, List<String> roles, Integer days) {}

    /** @param secret in the answer that makes it, and never again */
    record TokenAnswer(String id, String label, Set<String> roles, Instant createdAt, Instant expiresAt, Instant revokedAt,
            Instant lastUsedAt, String secret) {
        static TokenAnswer of(OwnAccount.Token token, String secret) {
            return new TokenAnswer(Long.toString(token.id()), token.label(), token.roles(), token.createdAt(), token.expiresAt(),
                    token.revokedAt(), token.lastUsedAt(), secret);
        }
    }

    @GET
    public Page<TokenAnswer> list(@QueryParam("after") Long after, @QueryParam("limit") Integer limit) {
        var fields = new Fields();
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(own.tokens(after == null ? Long.MAX_VALUE : after, rows + 1), rows, OwnAccount.Token::id)
                .map(token -> TokenAnswer.of(token, null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(NewToken body) {
        var fields = new Fields();
        String label = fields.text("/label", body.label(), 80);
        int days = body.days() == null ? DAYS : body.days();
        if (days < 1 || days > OwnAccount.LONGEST_TOKEN_DAYS) {
            fields.refuse("/days", "range", "must be 1 to " + OwnAccount.LONGEST_TOKEN_DAYS + ", is " + days);
        }
        fields.check();
        OwnAccount.NewToken made = own.makeToken(label, roles(body.roles()), clock.instant().plus(Duration.ofDays(days)));
        return Response.created(URI.create("tokens/" + made.token().id())).entity(TokenAnswer.of(made.token(), made.secret())).build();
    }

    @DELETE
    @Path("{id}")
    public void revoke(@PathParam("id") long id) {
        own.revokeToken(id);
    }

    private Set<String> roles(List<String> asked) {
        return asked == null ? own.me().roles() : asked.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
