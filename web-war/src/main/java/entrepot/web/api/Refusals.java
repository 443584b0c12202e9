package entrepot.web.api;

import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the ledger refused, as the client is told: each refusal at the field that can mend it. */
final class Refusals {

    private static final Map<String, String> IN_LINE = Map.ofEntries(
            Map.entry("unknown-sku", "/sku"),
            Map.entry("out-of-stock", "/quantity"),
            Map.entry("reserved", "/quantity"),
            Map.entry("not-available", "/quantity"),
            Map.entry("unknown-reservation-line", "/reservation"),
            Map.entry("reservation-state", "/reservation"),
            Map.entry("lot-missing", "/lots"),
            Map.entry("serial-in-stock", "/lots"),
            Map.entry("quantity", "/quantity"),
            Map.entry("returns-too-much", "/quantity"),
            Map.entry("price-missing", "/unitPrice"),
            Map.entry("unknown-tax-code", "/taxCode"),
            Map.entry("discount-too-large", "/discount"),
            Map.entry("unknown-sale-line", "/returnOf"),
            Map.entry("unknown-receipt-line", "/receipt"),
            Map.entry("unknown-line", "/line"),
            Map.entry("receipt-missing", "/receipt"),
            Map.entry("cost-missing", "/unitCost"),
            Map.entry("cost-twice", "/unitCost"),
            Map.entry("cost-negative", "/unitCost"));

    private static final Map<String, String> IN_HEAD = Map.ofEntries(
            Map.entry("unknown-location", "/location"),
            Map.entry("unknown-destination", "/to"),
            Map.entry("destination", "/to"),
            Map.entry("same-location", "/to"),
            Map.entry("unknown-customer", "/customer"),
            Map.entry("consigned", "/customer"),
            Map.entry("tenders-differ", "/tenders"),
            Map.entry("kind", "/kind"),
            Map.entry("forbidden", "/kind"),
            Map.entry("reason-missing", "/reason"),
            Map.entry("before-its-source", "/businessDate"),
            Map.entry("period-closed", "/businessDate"),
            Map.entry("unknown-receipt", ""),
            Map.entry("nothing-to-bear", "/by"),
            Map.entry("amount", "/amount"),
            Map.entry("below-zero-value", "/amount"),
            Map.entry("already-returned", ""),
            Map.entry("not-whole", ""));

    private static final Set<String> OF_THE_MOMENT =
            Set.of(
            "out-of-stock", "out-of-pieces", "serial-in-stock", "reserved", "not-for-sale", "reservation-state", "already-reversed", "already-returned", "not-whole", "not-reversible", "no-change", "not-correctable",
            "period-closed");

    private Refusals() {}

    /** 409 where only the state of the book is against it, since another day may do; 403, 404 and 422 for what is asked. */
    static ApiProblem problem(List<Refusal> refusals) {
        List<String> codes = refusals.stream().map(Refusal::code).distinct().toList();
        String code = codes.size() == 1 ? codes.get(0) : "refused";
        String detail = refusals.size() == 1 ? refusals.get(0).detail() : refusals.size() + " things are wrong";
        return new ApiProblem(status(code, codes), code, detail, refusals.stream().map(Refusals::field).toList());
    }

    private static int status(String code, List<String> codes) {
        return switch (code) {
            case "no-such-posting" -> 404;
            case "forbidden" -> 403;
            default -> OF_THE_MOMENT.containsAll(codes) ? 409 : 422;
        };
    }

    static ApiProblem problem(PostingOutcome.Clash clash) {
        return ApiProblem.of(422, "idempotency-clash",
                "the key " + clash.id() + " was used before for another request; a new request needs a new key");
    }

    static ApiProblem.FieldError field(Refusal refusal) {
        return new ApiProblem.FieldError(pointer(refusal), refusal.code(), refusal.detail());
    }

    private static String pointer(Refusal refusal) {
        if (refusal.where() != null) {
            return "/lines/" + refusal.line() + "/" + refusal.where();
        }
        String head = IN_HEAD.get(refusal.code());
        if (head != null || refusal.line() < 0) {
            return head == null ? "" : head;
        }
        return "/lines/" + refusal.line() + IN_LINE.getOrDefault(refusal.code(), "");
    }
}
