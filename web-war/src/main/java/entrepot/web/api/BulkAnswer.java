package entrepot.web.api;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Receipt;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * How one line of a bulk request ended.
 *
 * @param line   from 1
 * @param status what the HTTP status would be had it come alone
 */
record BulkAnswer(
        long line,
        int status,
        UUID id,
        Long seq,
        String currency,
        BigDecimal cost,
        String code,
        String detail,
        List<ApiProblem.FieldError> errors) {

    static BulkAnswer of(long line, UUID id, PostingOutcome outcome) {
        return outcome.fold(
                accepted -> of(line, 201, accepted.receipt()),
                already -> of(line, 200, already.receipt()),
                clash -> of(line, id, Refusals.problem(clash)),
                refused -> of(line, id, Refusals.problem(refused.refusals())));
    }

    private static BulkAnswer of(long line, int status, Receipt receipt) {
        return new BulkAnswer(line, status, receipt.id(), receipt.seq(),
                receipt.cost().currency().getCurrencyCode(), receipt.cost().decimal(), null, null, null);
    }

    static BulkAnswer of(long line, UUID id, ApiProblem problem) {
        return new BulkAnswer(line, problem.status(), id, null, null, null, problem.code(), problem.getMessage(),
                problem.errors().isEmpty() ? null : problem.errors());
    }
}
