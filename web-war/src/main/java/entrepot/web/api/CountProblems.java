package entrepot.web.api;

import entrepot.inventory.count.server.CountRefused;
import entrepot.inventory.ledger.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was refused of a count, as the client is told. */
final class CountProblems {

    private static final Set<String> OF_THE_MOMENT = Set.of("nothing-counted", "count-below-zero", "out-of-pieces");

    private static final Map<String, String> FIELDS = Map.of(
            "unknown-location", "/location",
            "reason-missing", "/reasons",
            "before-its-source", "/businessDate");

    private CountProblems() {}

    /** @param list what the lines of the refusals are places in, e.g. {@code /skus} */
    static ApiProblem of(CountRefused refused, String list) {
        boolean named = refused.refusals().stream().anyMatch(refusal -> refusal.line() >= 0);
        List<ApiProblem.FieldError> errors = named || FIELDS.containsKey(refused.code())
                ? refused.refusals().stream().map(refusal -> error(refusal, list)).toList() : List.of();
        return new ApiProblem(DocumentProblems.status(refused), refused.code(), refused.getMessage(), errors);
    }

    private static ApiProblem.FieldError error(Refusal refusal, String list) {
        String pointer = refusal.line() < 0 ? FIELDS.getOrDefault(refusal.code(), "") : list + "/" + refusal.line() + inside(refusal.where());
        return new ApiProblem.FieldError(pointer, refusal.code(), refusal.detail());
    }

    /** A line that is counted names one lot, where documents name several. */
    private static String inside(String where) {
        return where == null ? "" : where.startsWith("lots/0/") ? where.substring("lots/0".length()) : where.equals("lots") ? "/lot" : "/" + where;
    }

    /** Of an approval: what the ledger or the rules have against it. */
    static ApiProblem ofApproval(List<Refusal> refusals) {
        List<String> codes = refusals.stream().map(Refusal::code).distinct().toList();
        String code = codes.size() == 1 ? codes.get(0) : "refused";
        int status = codes.contains("own-count") ? 403 : OF_THE_MOMENT.containsAll(codes) ? 409 : 422;
        String detail = refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong";
        return new ApiProblem(status, code, detail, refusals.stream()
                .map(refusal -> new ApiProblem.FieldError(FIELDS.getOrDefault(refusal.code(), ""), refusal.code(), refusal.detail()))
                .toList());
    }
}
