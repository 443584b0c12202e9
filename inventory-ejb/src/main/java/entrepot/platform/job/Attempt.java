package entrepot.platform.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;

/** A running job on this node, over its row. */
final class Attempt implements JobRun {

    private static final long EVERY_NANOS = 500_000_000;
    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final JobTable table;
    private final Job row;
    private volatile boolean serverStops;
    private volatile boolean lost;
    private volatile boolean cancelSeen;
    private long written;
    private long asked;

    Attempt(JobTable table, Job row) {
        this.table = table;
        this.row = row;
    }

    @Override
    public long job() {
        return row.id();
    }

    @Override
    public String requestedBy() {
        return row.requestedBy();
    }

    @Override
    public int attempt() {
        return row.attempts();
    }

    @Override
    public <T> T parameters(Class<T> type) {
        return read(row.parameters(), type);
    }

    @Override
    public <T> Optional<T> checkpoint(Class<T> type) {
        return table.checkpoint(row.id()).map(text -> read(text, type));
    }

    @Override
    public void keep(Object checkpoint) {
        mine(table.keep(row.id(), write(checkpoint)));
    }

    @Override
    public void progress(long done, long total) {
        if (done >= total || System.nanoTime() - written > EVERY_NANOS) {
            mine(table.progress(row.id(), done, total));
            written = System.nanoTime();
        }
    }

    @Override
    public void log(String text) {
        table.log(row.id(), text);
    }

    @Override
    public void outcome(Object outcome) {
        table.outcome(row.id(), write(outcome));
    }

    @Override
    public boolean stopAsked() {
        mine(!lost);
        if (serverStops || cancelSeen) {
            return true;
        }
        if (System.nanoTime() - asked > EVERY_NANOS) {
            cancelSeen = table.cancelAsked(row.id());
            asked = System.nanoTime();
        }
        return cancelSeen;
    }

    void stop() {
        serverStops = true;
    }

    void lose() {
        lost = true;
    }

    boolean serverStops() {
        return serverStops;
    }

    boolean cancelSeen() {
        return cancelSeen;
    }

    private void mine(boolean still) {
        if (!still) {
            throw new JobLost(row.id());
        }
    }

    static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + broken.getOriginalMessage(), broken);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value, broken);
        }
    }
}
