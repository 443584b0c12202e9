package entrepot.system.inside;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test runs in the server. It has a deployment method that returns {@link Archive#with}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({EmptyServer.class, ArquillianExtension.class})
public @interface Inside {

    /** The archive that Maven built and, in it, one more module with the test. */
    final class Archive {

        private Archive() {}

        public static EnterpriseArchive with(Class<?>... tests) {
            WebArchive module = ShrinkWrap.create(WebArchive.class, "inside.war")
                    .addClasses(tests)
                    .addClasses(Inside.class, Archive.class, EmptyServer.class, Nobody.class)
                    .addAsManifestResource(
                            new StringAsset("Manifest-Version: 1.0\nClass-Path: inventory-ejb.jar trading-ejb.jar\n"),
                            "MANIFEST.MF")
                    .addAsWebInfResource(new StringAsset("<beans bean-discovery-mode=\"all\" version=\"4.0\"/>"), "beans.xml");
            EnterpriseArchive archive = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, built());
            archive.setApplicationXML(new StringAsset(withInside(archive)));
            archive.addAsModule(Testable.archiveToTest(module));
            return archive;
        }

        private static String withInside(EnterpriseArchive archive) {
            try (InputStream in = archive.get("META-INF/application.xml").getAsset().openStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("</application>", "<module><web>"
                        + "<web-uri>inside.war</web-uri><context-root>/inside</context-root></web></module></application>");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static File built() {
            return Path.of(System.getProperty("entrepot.home"), "ear/target/entrepot.ear").toFile();
        }
    }
}
