package entrepot.web.api;

import entrepot.inventory.count.Approval;
import entrepot.inventory.count.DifferenceReason;
import entrepot.inventory.count.server.ApprovalDesk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The approval of a count, as a client sends it.
 *
 * @param businessDate left out: the day of the last line
 * @param reasons      why lines differ
 * @param otherwise    why all other lines differ; left out: each needs its own reason
 */
public record ApprovalBody(String businessDate, List<Reason> reasons, String otherwise) {

    /**
     * @param lot    left out: all lots of the item that have none of their own
     * @param reason THEFT, DAMAGE, DATA_ERROR, EXPIRED, FOUND or OTHER
     */
    public record Reason(String sku, String lot, String reason) {}

    /** @param mark of the review that was looked at */
    ApprovalDesk.Request read(Fields fields, UUID posting, UUID count, int mark, DocumentFields documents) {
        Map<Approval.Of, DifferenceReason> why = new LinkedHashMap<>();
        List<Reason> given = reasons == null || DocumentFields.hasHole(fields, "/reasons", reasons) ? List.of() : reasons;
        for (int number = 0; number < given.size(); number++) {
            String sku = fields.text("/reasons/" + number + "/sku", given.get(number).sku, 32);
            String lot = fields.textIfGiven("/reasons/" + number + "/lot", given.get(number).lot, 20);
            DifferenceReason reason = fields.oneOf("/reasons/" + number + "/reason", given.get(number).reason, DifferenceReason.class);
            if (sku != null && reason != null) {
                why.put(new Approval.Of(sku, lot), reason);
            }
        }
        return new ApprovalDesk.Request(posting, count, mark,
                businessDate == null ? null : documents.businessDate(fields, businessDate, null), why,
                fields.oneOfIfGiven("/otherwise", otherwise, DifferenceReason.class, null),
                DocumentFields.content("APPROVAL " + count, this));
    }
}
