package entrepot.web.api;

/** A request body grew past what its path allows while it was read. */
public final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public static final String CODE = "too-large";
    public static final String DETAIL = "the request is larger than what is taken here";

    public BodyTooLarge() {
        super(DETAIL);
    }

    ApiProblem problem() {
        return ApiProblem.of(413, CODE, DETAIL);
    }
}
