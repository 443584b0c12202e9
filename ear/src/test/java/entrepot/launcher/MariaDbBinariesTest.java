package entrepot.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laying the database's files, with a script in the place of MariaDB's. */
class MariaDbBinariesTest {

    private static final String FIND_FOLDER = "#!/bin/sh\nfor word in \"$@\"; do case $word in --datadir=*) into=${word#--datadir=} ;; esac; done\n";

    @TempDir
    private Path top;

    private Path files;
    private Path log;

    @BeforeEach
    void folders() throws IOException {
        files = Files.createDirectories(top.resolve("database/files"));
        log = top.resolve("database.log");
    }

    @Test
    void filesAreThereWhenTheInstallationIsThroughHoweverLateItBegins() throws IOException {
        binaries("sleep 0.5\nmkdir \"$into/mysql\"\nsleep 0.5\ntouch \"$into/mysql/last\"\n").installInto(files, log);
        assertThat(files.resolve("mysql/last")).exists();
        assertThat(files.getParent()).isDirectoryNotContaining(path -> !path.equals(files));
    }

    @Test
    void whatAKilledStartLeftHalfLaidIsNotUsed() throws IOException {
        Files.createDirectories(top.resolve("database/files.new/half"));
        binaries("mkdir \"$into/mysql\"\n").installInto(files, log);
        assertThat(files).isDirectoryContaining(path -> path.endsWith("mysql"));
        assertThat(files.resolve("half")).doesNotExist();
    }

    @Test
    void aFailureSaysWhyAndLeavesNoFiles() throws IOException {
        MariaDbBinaries failing = binaries("mkdir \"$into/mysql\"\necho '[ERROR] no space left'\nexit 3\n");
        assertThatThrownBy(() -> failing.installInto(files, log)).isInstanceOf(CannotStart.class)
                .hasMessageContainingAll(files.toString(), "code 3", "[ERROR] no space left");
        assertThat(files).isEmptyDirectory();
    }

    @Test
    void itsTemporaryTablesAreItsOwn() throws IOException {
        binaries("echo \"$TMPDIR\" > \"$into/where\"\n").installInto(files, log);
        assertThat(files.resolve("where")).hasContent(top.toString());
    }

    private MariaDbBinaries binaries(String script) throws IOException {
        Path base = Files.createDirectories(top.resolve("mariadb/scripts")).getParent();
        Path installs = Files.writeString(base.resolve("scripts/mariadb-install-db"), FIND_FOLDER + script);
        assertThat(installs.toFile().setExecutable(true)).isTrue();
        return MariaDbBinaries.in(base, files, top);
    }
}
