package entrepot.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What differs by instance, for the expressions in configure.cli: a file and no arguments, since it has passwords. */
final class ServerProperties {

    private static final Pattern LOCAL = Pattern.compile("//127\\.0\\.0\\.1:(\\d+)/");

    private ServerProperties() {}

    /** Of the database that the instance on {@code data} works with. */
    static String databaseUrl(DataFolder data) {
        return read(data).getProperty("entrepot.db.url");
    }

    /** Where the last start had its database on this machine; 0 where nobody knows. */
    static int databasePort(DataFolder data) {
        return Stream.of(read(data).getProperty("entrepot.db.url", ""))
                .map(LOCAL::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElse(0);
    }

    /** Of the last start; empty before the first. */
    static Properties read(DataFolder data) {
        Properties properties = new Properties();
        Path file = data.secret("server.properties");
        if (!Files.exists(file)) {
            return properties;
        }
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
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
        addNode(properties, settings, data, secrets, book);
        properties.setProperty("entrepot.seals", data.seals().toString());
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write into memory", impossible);
        }
        return secrets.write("server.properties", text.toString());
    }

    /** Who this node is among others, and how their queues find each other: on loopback, with a password that all have who have the book's. */
    private static void addNode(Properties properties, Settings settings, DataFolder data, Secrets secrets, BookDatabase book) {
        String name = name(data, secrets);
        int port = Ports.asBefore(Integer.parseInt(read(data).getProperty("entrepot.messages.port", "0")));
        int peer = Peer.port(book, name);
        properties.setProperty("entrepot.node.name", name);
        properties.setProperty("entrepot.url", settings.url());
        properties.setProperty("entrepot.machine", Peer.machine());
        properties.setProperty("entrepot.messages.port", Integer.toString(port));
        properties.setProperty("entrepot.messages.peer", Integer.toString(peer == 0 ? port : peer));
        properties.setProperty("entrepot.messages.password", Secrets.derived("queues", book.application().password()));
        properties.setProperty("entrepot.sweep.chunks", Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors() - 1)));
    }

    /** The folder's name, and four letters for another folder of that name. */
    private static String name(DataFolder data, Secrets secrets) {
        String folder = data.top().getFileName().toString().replaceAll("[^A-Za-z0-9-]", "-");
        return folder.substring(0, Math.min(folder.length(), 40)) + "-" + secrets.password("node").substring(0, 4);
    }
}
