package entrepot.web.api;

import entrepot.inventory.catalogue.Kept;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Records with a version, as HTTP has them: ETag and If-Match. */
final class KeptAnswers {

    private KeptAnswers() {}

    /** 304 where the client's copy is the one that is kept. */
    static Response shown(Request request, Kept<?> kept) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag(kept));
        return (unchanged != null ? unchanged : Response.ok(kept.value())).tag(tag(kept)).build();
    }

    static Response created(UriInfo here, String code, Kept<?> kept) {
        return Response.created(here.getAbsolutePathBuilder().path(code).build()).entity(kept.value()).tag(tag(kept)).build();
    }

    static Response changed(Kept<?> kept) {
        return Response.ok(kept.value()).tag(tag(kept)).build();
    }

    private static EntityTag tag(Kept<?> kept) {
        return new EntityTag(Integer.toString(kept.version()));
    }

    /** A record's code never changes, so the body may leave it out, or say the same as the path. */
    static String code(String field, String path, String body) {
        if (body != null && !body.equals(path)) {
            var fields = new Fields();
            fields.refuse("/" + field, "fixed", "must be as in the path, " + path + ", or left out");
            fields.check();
        }
        return path;
    }
}
