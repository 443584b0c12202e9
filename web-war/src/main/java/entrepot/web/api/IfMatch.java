package entrepot.web.api;

/** The version of a document a client last saw, as the headers carry it: {@code "3"}. */
final class IfMatch {

    private IfMatch() {}

    static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /** @throws ApiProblem 428 where it is missing, 412 where it is no version of ours */
    static int version(String header) {
        if (header == null) {
            throw ApiProblem.of(428, "if-match-missing", "a change needs If-Match with the ETag of what was read");
        }
        if (!header.matches("(W/)?\"\\d{1,9}\"")) {
            throw ApiProblem.stale("it");
        }
        return Integer.parseInt(header.replaceAll("\\D", ""));
    }
}
