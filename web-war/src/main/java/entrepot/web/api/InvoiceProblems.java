package entrepot.web.api;

import entrepot.inventory.invoice.server.InvoiceRefused;
import entrepot.inventory.ledger.Refusal;
import java.util.List;
import java.util.Map;

/** What was refused of a supplier invoice, as the client is told. */
final class InvoiceProblems {

    private static final Map<String, String> HEAD = Map.of(
            "unknown-supplier", "/supplier", "duplicate-number", "/number", "period-closed", "/businessDate", "before-its-source", "/businessDate",
            "tax-without-code", "/tax");
    private static final Map<String, String> LINE = Map.of("unknown-tax-code", "/taxCode", "nothing-received", "/receipt", "other-supplier", "/receipt");

    private InvoiceProblems() {}

    /** @param goods how many lines it has; what is after them is a charge. Below zero: it names no lines */
    static ApiProblem of(InvoiceRefused refused, int goods) {
        boolean named = refused.refusals().stream().anyMatch(refusal -> refusal.line() >= 0 || HEAD.containsKey(refusal.code()));
        List<ApiProblem.FieldError> errors = named && goods >= 0
                ? refused.refusals().stream().map(refusal -> error(refusal, goods)).toList() : List.of();
        int status = refused.code().equals("period-closed") ? 409 : DocumentProblems.status(refused);
        return new ApiProblem(status, refused.code(), refused.getMessage(), errors);
    }

    private static ApiProblem.FieldError error(Refusal refusal, int goods) {
        int line = refusal.line();
        String pointer = line < 0 ? HEAD.getOrDefault(refusal.code(), "") : line < goods
                ? "/lines/" + line + LINE.getOrDefault(refusal.code(), "") : "/charges/" + (line - goods);
        return new ApiProblem.FieldError(pointer, refusal.code(), refusal.detail());
    }
}
