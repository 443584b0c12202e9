package entrepot.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What differs by instance, for the expressions in configure.cli: a file and no arguments, since it has passwords. */
final class ServerProperties {

    private ServerProperties() {}

    /** Of the database that the instance on {@code data} works with. */
    static String databaseUrl(DataFolder data) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(data.secret("server.properties"))) {
            properties.load(in);
            return properties.getProperty("entrepot.db.url");
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + data.secret("server.properties"), failure);
        }
    }

    static Path write(Settings settings, DataFolder data, Secrets secrets, BookDatabase book, Certificate certificate) {
        Properties properties = new Properties();
        properties.setProperty("entrepot.bind", settings.bind());
        properties.setProperty("entrepot.https.port", Integer.toString(settings.httpsPort()));
        properties.setProperty("entrepot.http.port", Integer.toString(settings.httpPort()));
        properties.setProperty("entrepot.management.port", Integer.toString(settings.managementPort()));
        properties.setProperty("entrepot.keystore", certificate.keystore().toString());
        properties.setProperty("entrepot.keystore.password", certificate.password());
        properties.setProperty("entrepot.db.url", book.url());
        properties.setProperty("entrepot.db.user", book.application().name());
        properties.setProperty("entrepot.db.password", book.application().password());
        properties.setProperty("entrepot.node", secrets.password("node"));
        properties.setProperty("entrepot.seals", data.seals().toString());
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write into memory", impossible);
        }
        return secrets.write("server.properties", text.toString());
    }
}
