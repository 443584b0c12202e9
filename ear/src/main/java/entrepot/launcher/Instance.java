package entrepot.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Database and server of one data folder, running. The server starts after the database and stops before it. */
final class Instance {

    private final Optional<EmbeddedDatabase> database;
    private final Server server;
    private final Map<String, String> newAccounts;

    private Instance(Optional<EmbeddedDatabase> database, Server server, Map<String, String> newAccounts) {
        this.database = database;
        this.server = server;
        this.newAccounts = newAccounts;
    }

    static Instance start(Settings settings, DataFolder data, Optional<String> adminPassword) {
        Secrets secrets = new Secrets(data);
        Certificate certificate = Certificate.in(data, secrets);
        ServerHome home = ServerHome.of(settings);
        Optional<EmbeddedDatabase> embedded = settings.running().isPresent()
                ? Optional.empty()
                : Optional.of(EmbeddedDatabase.start(settings, data, secrets));
        boolean running = false;
        try {
            BookDatabase book = embedded.map(EmbeddedDatabase::book)
                    .or(() -> settings.running().map(is -> new BookDatabase(is.url(), is.owner(), is.application())))
                    .orElseThrow();
            book.checkPasswords();
            Durability.warn(book);
            Migrations.run(book, settings);
            Map<String, String> made = Accounts.makeFirst(book, secrets, adminPassword);
            Path properties = ServerProperties.write(settings, data, secrets, book, certificate);
            Instance instance = new Instance(embedded, Server.start(settings, data, home, properties), made);
            running = true;
            return instance;
        } finally {
            if (!running) {
                embedded.ifPresent(EmbeddedDatabase::stop);
            }
        }
    }

    Map<String, String> newAccounts() {
        return newAccounts;
    }

    /** Waits until one of the two ends by itself, or the server goes on without the application. @return the sentence about it */
    CompletableFuture<String> ended() {
        Stream<CompletableFuture<String>> databaseEnded = database.map(EmbeddedDatabase::child).map(Instance::ended).stream();
        return CompletableFuture.anyOf(Stream.concat(databaseEnded, Stream.of(ended(server.child()), server.applicationGone()))
                .toArray(CompletableFuture[]::new)).thenApply(String.class::cast);
    }

    private static CompletableFuture<String> ended(Child child) {
        return child.process().onExit().thenApply(process -> "The " + child.name() + " ended by itself (exit code "
                + process.exitValue() + "), so Entrepot stops; './entrepot start' starts it again.");
    }

    void stop() {
        server.stop();
        database.ifPresent(EmbeddedDatabase::stop);
    }
}
