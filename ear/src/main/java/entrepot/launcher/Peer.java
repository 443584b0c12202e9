package entrepot.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whom the queues of a node speak to at first: the book knows who lives on this machine, and the brokers tell each other of the rest. */
final class Peer {

    private Peer() {}

    /** The port of the queues of the node that was seen last; 0 where there was never another, or all stopped in order. */
    static int port(BookDatabase book, String name) {
        try (Connection connection = book.asApplication();
                PreparedStatement query = connection.prepareStatement("SELECT message_port FROM node"
                        + " WHERE name <> ? AND machine = ? AND left_at IS NULL ORDER BY seen_at DESC LIMIT 1")) {
            query.setString(1, name);
            query.setString(2, machine());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException failure) {
            throw new CannotStart("The database at " + book.url() + " does not say which nodes there are: " + failure.getMessage(), failure);
        }
    }

    static String machine() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException other) {
            return "this machine";
        }
    }
}
