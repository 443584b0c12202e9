package entrepot.bench.inside;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.MediaType;

/** Gives a body back: what HTTP itself costs. */
@Path("echo")
@RequestScoped
public class Echo {

    @ApplicationPath("/api")
    public static class Root extends Application {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public String back(String body) {
        return body;
    }
}
