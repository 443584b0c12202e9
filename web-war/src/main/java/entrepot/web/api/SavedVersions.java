package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.server.SaveRefused;
import java.util.List;
import java.util.function.Supplier;

/** What is saved under a name in versions. */
final class SavedVersions {

    private SavedVersions() {}

    /** Null where it is wrong. @param path name in the path, or null; @param name in the body */
    static String name(Fields fields, String path, String name) {
        String called = path == null ? fields.text("/name", name, 64) : path;
        if (called != null && !SavedStrategy.NAME.matcher(called).matches()) {
            fields.refuse("/name", "characters", "must be 1 to 64 letters, digits, blanks, '.', '_' and '-', and begin with a letter or digit");
        }
        if (path != null && name != null && !name.equals(path)) {
            fields.refuse("/name", "differs", "must be as in the path, " + path);
        }
        return called;
    }

    /** @throws ApiProblem as a refusal is told */
    static <T> T refusable(Retry retry, Supplier<T> work) {
        try {
            return retry.run(work);
        } catch (SaveRefused refused) {
            throw switch (refused.code()) {
                case "stale" -> ApiProblem.of(412, refused.code(), refused.getMessage());
                case "exists" -> field("/name", refused);
                case "unknown-instrument" -> field("/symbols", refused);
                default -> ApiProblem.of(404, "not-found", refused.getMessage());
            };
        }
    }

    private static ApiProblem field(String pointer, SaveRefused refused) {
        return ApiProblem.fields(List.of(new ApiProblem.FieldError(pointer, refused.code(), refused.getMessage())));
    }
}
