package entrepot.client;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.launcher.CannotStart;

/** Waits for the job of an import and shows how far it is. */
final class Progress {

    private static final long EVERY_MILLIS = 1000;

    private final Rest rest;
    private final String path;
    private String shown = "";

    Progress(Rest rest, String path) {
        this.rest = rest;
        this.path = path;
    }

    void await() {
        while (true) {
            JsonNode job = rest.get(path).path("job");
            show(job);
            switch (job.path("status").asText()) {
                case "DONE" -> {
                    return;
                }
                case "FAILED" -> throw new CannotStart(job.path("title").asText() + " failed: " + job.path("failure").asText());
                case "CANCELLED" -> throw new CannotStart(job.path("title").asText() + " was cancelled; the same command again goes on.");
                default -> pause();
            }
        }
    }

    private void show(JsonNode job) {
        String line = String.format("%s: %s, %d %% (%,d of %,d rows)", job.path("title").asText(), job.path("status").asText(),
                job.path("percent").asInt(), job.path("done").asLong(), job.path("total").asLong());
        if (!line.equals(shown)) {
            System.out.println(line);
            shown = line;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped watching; the import goes on in the server.", interrupted);
        }
    }
}
