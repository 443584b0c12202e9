package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The API reads no XML at all, so there is nothing for an entity to reach; and nothing reads Java objects. */
@OnProduct
class XmlTest {

    private static final String ENTITY = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
    private static final String PARAMETER = "<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]><a/>";
    private static final String LAUGHS = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
            + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;\">]><a>&e;</a>";

    private final Product product;

    XmlTest(Product product) {
        this.product = product;
    }

    @Test
    void noMethodTakesXml() {
        Api admin = product.as("admin");
        for (String type : List.of("application/xml", "text/xml", "application/soap+xml", "application/x-java-serialized-object")) {
            for (String body : List.of(ENTITY, PARAMETER, LAUGHS)) {
                assertThat(Endpoint.all(product).stream().filter(Endpoint::takesJson)
                        .filter(endpoint -> admin.send(admin.request(endpoint.at("0")).header("Content-Type", type)
                                .method(endpoint.verb(), BodyPublishers.ofString(body))).status() != 415)).isEmpty();
            }
        }
    }

    @Test
    void noMethodAnswersInXml() {
        Api admin = product.as("admin");
        assertThat(Endpoint.all(product).stream().filter(endpoint -> endpoint.verb().equals("GET"))
                .map(endpoint -> admin.send(admin.request(endpoint.at("0")).header("Accept", "application/xml").GET()))
                .filter(answer -> !List.of(404, 406).contains(answer.status()))).isEmpty();
    }

    @Test
    void javaObjectsAreFiltered() {
        assertThat(product.process("server").info().commandLine().orElse("")).contains("-Djdk.serialFilter=");
    }
}
