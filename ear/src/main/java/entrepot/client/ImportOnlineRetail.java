package entrepot.client;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.launcher.CannotStart;
import entrepot.launcher.Entrepot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "online-retail",
        description = "Posts the years of Online Retail II that lie in a folder, and says what became of each row. The same"
                + " folder again goes on where it stopped.")
final class ImportOnlineRetail implements Callable<Integer> {

    private static final int DOES_NOT_TIE = 1;

    @Parameters(paramLabel = "DIR", description = "Folder with the .csv or .csv.gz files.")
    private Path folder;

    @Option(names = "--dry-run", description = "Only looks through all rows; posts nothing.")
    private boolean dryRun;

    @Option(names = "--keep-duplicates", description = "Takes rows that are exactly equal for what they say.")
    private boolean keepDuplicates;

    @Option(names = "--location", defaultValue = "ONLINE", description = "Where all goods lie (ONLINE).")
    private String location;

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        Rest rest = Rest.on(Entrepot.data());
        String path = "imports/" + open(rest, files);
        String status = rest.get(path).path("status").asText();
        if (status.equals("NEW")) {
            for (Path file : files) {
                System.out.println("Uploading " + file.getFileName() + " …");
                rest.upload(path + "/files/" + file.getFileName(), file);
            }
            rest.post(path + "/dry-run", null, Map.of());
            new Progress(rest, path).await();
        }
        ImportReport report = new ImportReport(System.out);
        report.findings(rest.get(path));
        if (dryRun) {
            return 0;
        }
        if (!status.equals("POSTED")) {
            rest.post(path + "/commit", null, Map.of());
            new Progress(rest, path).await();
        }
        JsonNode done = rest.get(path);
        report.reconciliation(done);
        return done.path("reconciliation").path("holds").asBoolean() ? 0 : DOES_NOT_TIE;
    }

    /** The same files are the same batch, so that a second call goes on with it; an undone one is begun anew. */
    private UUID open(Rest rest, List<Path> files) throws IOException {
        StringBuilder content = new StringBuilder(location + keepDuplicates);
        for (Path file : files) {
            content.append(file.getFileName()).append(Files.size(file));
        }
        for (int time = 0; ; time++) {
            UUID id = UUID.nameUUIDFromBytes((content.toString() + time).getBytes(StandardCharsets.UTF_8));
            JsonNode batch = rest.post("imports", id, Map.of("keepDuplicates", keepDuplicates, "location", location));
            if (!batch.path("status").asText().equals("UNDONE")) {
                return id;
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CannotStart("No folder " + folder + ".");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?")).sorted().toList();
            if (files.isEmpty()) {
                throw new CannotStart("No .csv or .csv.gz in " + folder + ".");
            }
            return files;
        }
    }
}
