package entrepot.web.api;

import entrepot.inventory.catalogue.Entry;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import entrepot.platform.retry.Retry;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.BiFunction;

/** A list of records that are called by a code. Its class says who may read with {@code RolesAllowed}, and who may {@link MayWrite}. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public abstract class RegisterResource<E extends Entry> {

    private final String label;
    private final BiFunction<E, String, E> called;

    @Inject
    private Retry retry;

    /**
     * @param label  what people call one of them
     * @param called the record with a code
     */
    RegisterResource(String label, BiFunction<E, String, E> called) {
        this.label = label;
        this.called = called;
    }

    abstract Register<E> desk();

    @GET
    public Page<E> list(
            @QueryParam("q") String text,
            @QueryParam("active") String active,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Listing part = Listings.read(text, active, after, limit);
        return Page.of(desk().list(part), part.limit() - 1, kept -> kept.value().code()).map(Kept::value);
    }

    @GET
    @Path("{code}")
    public Response one(@PathParam("code") String code, @Context Request request) {
        return KeptAnswers.shown(request, desk().find(code).orElseThrow(() -> ApiProblem.notFound(label + " '" + code + "'")));
    }

    @POST
    public Response create(E entry, @Context UriInfo here) {
        return KeptAnswers.created(here, String.valueOf(entry.code()), retry.run(() -> desk().create(entry)));
    }

    @PUT
    @Path("{code}")
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, E body) {
        int version = IfMatch.version(ifMatch);
        E entry = called.apply(body, KeptAnswers.code("code", code, body.code()));
        return KeptAnswers.changed(retry.run(() -> desk().change(version, entry)));
    }

    @DELETE
    @Path("{code}")
    public void remove(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch) {
        int version = IfMatch.version(ifMatch);
        retry.run(() -> {
            desk().remove(code, version);
            return null;
        });
    }
}
