package entrepot.system.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What the tills asked for, written before it is sent, and what they were told is booked: two files that are only added to. */
final class Slips {

    private final Path askedFile;
    private final Path acknowledgedFile;
    private final Map<UUID, Basket> asked = new ConcurrentHashMap<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    /** With what earlier runs left in the folder. */
    Slips(Path folder) {
        askedFile = folder.resolve("asked");
        acknowledgedFile = folder.resolve("acknowledged");
        try {
            Files.createDirectories(folder);
            if (Files.exists(askedFile)) {
                Files.readAllLines(askedFile).stream().map(line -> line.split(" "))
                        .forEach(line -> asked.put(UUID.fromString(line[0]), Basket.parse(line[1])));
            }
            if (Files.exists(acknowledgedFile)) {
                Files.readAllLines(acknowledgedFile).forEach(line -> acknowledged.add(UUID.fromString(line)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<UUID, Basket> asked() {
        return asked;
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    void ask(UUID id, Basket basket) {
        append(askedFile, id + " " + basket);
        asked.put(id, basket);
    }

    void acknowledge(UUID id) {
        if (acknowledged.add(id)) {
            append(acknowledgedFile, id.toString());
        }
    }

    private synchronized void append(Path file, String line) {
        try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            writer.write(line + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
