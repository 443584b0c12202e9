package entrepot.web.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import entrepot.platform.job.Job;
import entrepot.platform.job.JobLine;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A job as clients see it.
 *
 * @param id       a string, as it is longer than what a browser's number holds exactly
 * @param percent  0 to 100; 100 exactly where all is done
 * @param outcome  what came of it, as the kind of job says it, or absent
 * @param log      the last lines, oldest first; absent in a list
 */
record JobAnswer(
        String id,
        String kind,
        String title,
        Job.Status status,
        int percent,
        long done,
        long total,
        @JsonRawValue String outcome,
        String failure,
        String requestedBy,
        int attempts,
        boolean cancelAsked,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<Line> log) {

    record Line(Instant at, String text) {}

    static JobAnswer of(Job job) {
        return of(job, null);
    }

    static JobAnswer of(Job job, List<JobLine> log) {
        return new JobAnswer(Long.toString(job.id()), job.kind(), job.title(), job.status(), job.percent(), job.done(), job.total(),
                job.outcome(), job.failure(), job.requestedBy(), job.attempts(), job.cancelAsked(),
                utc(job.createdAt()), utc(job.startedAt()), utc(job.finishedAt()),
                log == null ? null : log.stream().map(line -> new Line(utc(line.at()), line.text())).toList());
    }

    private static Instant utc(LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
