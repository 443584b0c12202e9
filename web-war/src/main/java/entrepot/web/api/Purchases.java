package entrepot.web.api;

import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.purchasing.PurchaseOutcome;
import java.util.List;
import java.util.Map;

/** How an act of a buyer ended, as an HTTP answer. */
final class Purchases {

    private static final Map<PurchaseOutcome.Why, Integer> STATUS = Map.of(
            PurchaseOutcome.Why.MISSING, 404,
            PurchaseOutcome.Why.STALE, 412,
            PurchaseOutcome.Why.STATE, 409,
            PurchaseOutcome.Why.ASKED, 422,
            PurchaseOutcome.Why.CLASH, 422);

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("unknown-place", "/place"),
            Map.entry("wrong-currency", "/currency"),
            Map.entry("rate-missing", "/rate"),
            Map.entry("rate-unused", "/rate"),
            Map.entry("reason-missing", "/reason"),
            Map.entry("unknown-supplier", "/supplier"),
            Map.entry("unknown-location", "/location"),
            Map.entry("unknown-customer", "/customer"),
            Map.entry("sale-price", "/salePrice"),
            Map.entry("packing", "/quantity"),
            Map.entry("unknown-sku", "/sku"),
            Map.entry("over-receipt", "/quantity"),
            Map.entry("more-than-delivered", "/delivered"),
            Map.entry("unknown-order-line", "/line"));

    private Purchases() {}

    /** @param list where the lines of the request stand, e.g. {@code /lines} */
    static PurchaseOutcome.Done done(PurchaseOutcome outcome, String list) {
        if (outcome instanceof PurchaseOutcome.Refused refused) {
            throw problem(STATUS.get(refused.why()), refused.refusals(), list);
        }
        return (PurchaseOutcome.Done) outcome;
    }

    static ApiProblem problem(int status, List<Refusal> refusals, String list) {
        String code = refusals.size() == 1 ? refusals.get(0).code() : "refused";
        String detail = refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong";
        return new ApiProblem(status, code, detail, refusals.stream()
                .filter(refusal -> !pointer(refusal, list).isEmpty())
                .map(refusal -> new ApiProblem.FieldError(pointer(refusal, list), refusal.code(), refusal.detail()))
                .toList());
    }

    private static String pointer(Refusal refusal, String list) {
        String field = FIELDS.getOrDefault(refusal.code(), "");
        if (refusal.line() < 0) {
            return field;
        }
        return list + "/" + refusal.line() + (list.equals("/lines") ? field : "");
    }
}
