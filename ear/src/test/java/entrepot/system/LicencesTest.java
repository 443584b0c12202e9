package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Who wrote what is in the archive is told, and nobody is thanked for what is not. */
class LicencesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z0-9-]+) \\| [^|]+ \\| [^|]+ \\|$");
    private static final Pattern VERSION = Pattern.compile("-\\d[\\w.-]*$");

    @Test
    void theListIsThatOfTheArchive() throws IOException {
        String list = Files.readString(Path.of("../docs/licences.md"));
        String archive = list.substring(list.indexOf("## In the archive"), list.indexOf("## Beside it"));
        Set<String> told = ROW.matcher(archive).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
        try (InputStream ear = Files.newInputStream(Path.of("target/entrepot.ear"))) {
            assertThat(libraries(new ZipInputStream(ear))).isEqualTo(told);
        }
    }

    private static Set<String> libraries(ZipInputStream archive) throws IOException {
        Set<String> found = new TreeSet<>();
        for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".war")) {
                found.addAll(libraries(new ZipInputStream(archive)));
            } else if (name.matches("(?:lib|WEB-INF/lib)/[^/]+\\.jar")) {
                found.add(VERSION.matcher(name.replaceAll(".*/|\\.jar$", "")).replaceFirst(""));
            }
        }
        return found;
    }
}
