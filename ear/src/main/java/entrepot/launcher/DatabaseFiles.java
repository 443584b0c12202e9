package entrepot.launcher;

import java.nio.file.Path;

/** The two files MariaDB reads at its start: its options, and the statements that make the users. */
record DatabaseFiles(Path options) {

    static DatabaseFiles write(
            Settings settings, DataFolder data, Secrets secrets, BookDatabase book, Path base, int port) {
        Path users = secrets.write("database-users.sql", users(book, secrets.password("database-root")));
        return new DatabaseFiles(secrets.write("database.cnf", options(settings, data, base, port, users)));
    }

    /** Flush at every commit, so that what was acknowledged survives; waits of seconds; no file access by SQL. */
    private static String options(Settings settings, DataFolder data, Path base, int port, Path users) {
        return """
                [mariadbd]
                basedir = %s
                datadir = %s
                tmpdir = %s
                socket = %s
                port = %d
                bind-address = 127.0.0.1
                init-file = %s
                # loopback only; without a certificate given it would make one at every start, for seconds
                skip-ssl
                skip-name-resolve
                local-infile = 0
                secure-file-priv = %s
                character-set-server = utf8mb4
                collation-server = utf8mb4_uca1400_ai_ci
                default-time-zone = +00:00
                transaction-isolation = READ-COMMITTED
                innodb-snapshot-isolation = ON
                innodb-flush-log-at-trx-commit = 1
                sync-binlog = 1
                innodb-buffer-pool-size = %s
                innodb-log-file-size = 256M
                innodb-lock-wait-timeout = 10
                innodb-rollback-on-timeout = ON
                lock-wait-timeout = 30
                max-connections = 200
                max-allowed-packet = 64M
                """
                .formatted(
                        base,
                        data.database().resolve("files"),
                        data.temporary(),
                        data.temporary().resolve("database.sock"),
                        port,
                        users,
                        data.temporary(),
                        settings.databaseMemory());
    }

    /** One statement a line, as an init file wants. Done again at each start, so that the secrets are the truth. */
    private static String users(BookDatabase book, String root) {
        return """
                DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
                FLUSH PRIVILEGES;
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                DROP DATABASE IF EXISTS test;
                CREATE DATABASE IF NOT EXISTS entrepot CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
                CREATE USER IF NOT EXISTS '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                ALTER USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON entrepot.* TO '%2$s'@'127.0.0.1' WITH GRANT OPTION;
                CREATE USER IF NOT EXISTS '%4$s'@'127.0.0.1' IDENTIFIED BY '%5$s';
                ALTER USER '%4$s'@'127.0.0.1' IDENTIFIED BY '%5$s';
                """
                .formatted(
                        root,
                        book.owner().name(),
                        book.owner().password(),
                        book.application().name(),
                        book.application().password());
    }
}
