package entrepot.web.api;

import entrepot.inventory.retail.server.Findings;
import entrepot.inventory.retail.server.ImportBatch;
import entrepot.inventory.retail.server.ImportFile;
import entrepot.inventory.retail.server.Reconciliation;
import entrepot.inventory.retail.server.Texts;
import entrepot.platform.job.Job;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An import as the API tells it.
 *
 * @param findings       what the dry run found; absent before it
 * @param reconciliation how it ties to the journal; absent before all is posted
 */
record ImportAnswer(
        UUID id,
        String kind,
        ImportBatch.Status status,
        boolean keepDuplicates,
        String location,
        LocalDateTime createdAt,
        String createdBy,
        String currency,
        List<File> files,
        Work job,
        Findings findings,
        Reconciliation.Report reconciliation,
        Map<String, String> links) {

    record File(String name, long bytes, String sha256) {
        static File of(ImportFile file) {
            return new File(file.name(), file.bytes(), HexFormat.of().formatHex(file.sha256()));
        }
    }

    /** @param total 0 while nobody knows */
    record Work(long id, String title, Job.Status status, long done, long total, int percent, String failure) {
        static Work of(Job job) {
            return new Work(job.id(), job.title(), job.status(), job.done(), job.total(), job.percent(), job.failure());
        }
    }

    static ImportAnswer of(ImportBatch batch, List<ImportFile> files, Job job, String currency) {
        String self = "/api/v1/imports/" + batch.id();
        return new ImportAnswer(batch.id(), batch.kind(), batch.status(), batch.keepDuplicates(), batch.location(),
                batch.createdAt(), batch.createdBy(), currency, files.stream().map(File::of).toList(),
                job == null ? null : Work.of(job), Texts.read(batch.findings(), Findings.class),
                Texts.read(batch.reconciliation(), Reconciliation.Report.class),
                Map.of("self", self, "rejections", self + "/rejections"));
    }
}
