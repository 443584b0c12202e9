package entrepot.web.api;

import java.util.List;

/** A request that cannot be done as asked, as the client is told (RFC 9457). */
public final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<FieldError> errors;

    /**
     * What is wrong with one field.
     *
     * @param pointer JSON pointer (RFC 6901) into the request body, e.g. {@code /lines/0/quantity}, or the name of a
     *                query parameter or header with a leading {@code ?} or {@code #}
     */
    public record FieldError(String pointer, String code, String detail) {}

    /** @param code stable, kebab-case, e.g. {@code out-of-stock} */
    public ApiProblem(int status, String code, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public static ApiProblem of(int status, String code, String detail) {
        return new ApiProblem(status, code, detail, List.of());
    }

    public static ApiProblem notFound(String what) {
        return of(404, "not-found", "no " + what);
    }

    /** The client's copy is older than what is there. */
    public static ApiProblem stale(String what) {
        return of(412, "stale", what + " was changed meanwhile: read it again and repeat");
    }

    public static ApiProblem fields(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " fields are wrong";
        return new ApiProblem(422, "invalid-fields", detail, errors);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
