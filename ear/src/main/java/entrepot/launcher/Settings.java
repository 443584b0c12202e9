package entrepot.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about this instance; everything has a default that is safe.
 *
 * @param home           the project's top folder
 * @param data           where this instance keeps everything
 * @param bind           the address the server listens on
 * @param databasePort   of the embedded database, 0 for any free one
 * @param databaseMemory InnoDB's buffer pool, as MariaDB writes it
 * @param managementPort 0 for no management at all, which is how it should be outside tests
 * @param archive        what is deployed; a test may bring its own, or say none
 */
public record Settings(
        Path home,
        Path data,
        String bind,
        int httpsPort,
        int httpPort,
        int databasePort,
        String databaseMemory,
        String serverMemory,
        String serverOptions,
        String company,
        String currency,
        String zone,
        Optional<RunningDatabase> running,
        int managementPort,
        Optional<Path> archive) {

    /** A MariaDB that is there already, with both its users. */
    public record RunningDatabase(String url, Login owner, Login application) {}

    public static Settings from(Path home, Map<String, String> environment) {
        Reading read = new Reading(environment);
        return new Settings(
                home,
                Path.of(read.text("ENTREPOT_DATA", home.resolve("data").toString())).toAbsolutePath().normalize(),
                read.text("ENTREPOT_BIND", "127.0.0.1"),
                read.port("ENTREPOT_HTTPS_PORT", 8443),
                read.port("ENTREPOT_HTTP_PORT", 8080),
                read.port("ENTREPOT_DB_PORT", 0),
                read.text("ENTREPOT_DB_MEMORY", "1G"),
                read.text("ENTREPOT_SERVER_MEMORY", "1536m"),
                read.text("ENTREPOT_SERVER_OPTIONS", ""),
                read.text("ENTREPOT_COMPANY", "Entrepot"),
                read.text("ENTREPOT_CURRENCY", "GBP"),
                read.text("ENTREPOT_ZONE", "Europe/London"),
                read.runningDatabase(),
                read.port("ENTREPOT_MANAGEMENT_PORT", 0),
                Optional.of(read.text("ENTREPOT_ARCHIVE", home.resolve("ear/target/entrepot.ear").toString()))
                        .filter(archive -> !archive.equals("none"))
                        .map(Path::of));
    }

    /** The same where nobody looks for it. */
    Settings privately(int https, int http) {
        return new Settings(home, data, "127.0.0.1", https, http, databasePort, databaseMemory, serverMemory, serverOptions, company, currency,
                zone, running, managementPort, archive);
    }

    /** The same on a database that runs. */
    Settings on(RunningDatabase database) {
        return new Settings(home, data, bind, httpsPort, httpPort, databasePort, databaseMemory, serverMemory, serverOptions, company, currency,
                zone, Optional.of(database), managementPort, archive);
    }

    public String url() {
        return "https://" + (bind.equals("0.0.0.0") ? "localhost" : bind) + ":" + httpsPort + "/";
    }

    private record Reading(Map<String, String> environment) {

        String text(String name, String otherwise) {
            String value = environment.getOrDefault(name, "");
            return value.isBlank() ? otherwise : value.strip();
        }

        int port(String name, int otherwise) {
            String value = text(name, Integer.toString(otherwise));
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
                throw new CannotStart(name + " is '" + value + "' and must be a port from 0 to 65535.");
            }
            return Integer.parseInt(value);
        }

        Optional<RunningDatabase> runningDatabase() {
            String url = text("ENTREPOT_DB_URL", "");
            return url.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RunningDatabase(
                            url,
                            new Login(needed("ENTREPOT_DB_OWNER"), needed("ENTREPOT_DB_OWNER_PASSWORD")),
                            new Login(needed("ENTREPOT_DB_USER"), needed("ENTREPOT_DB_PASSWORD"))));
        }

        private String needed(String name) {
            String value = text(name, "");
            if (value.isEmpty()) {
                throw new CannotStart("ENTREPOT_DB_URL is given, so " + name + " must be given too.");
            }
            return value;
        }
    }
}
