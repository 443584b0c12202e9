package entrepot.web.api;

import entrepot.inventory.count.server.CountPolicy;
import java.math.BigDecimal;

/**
 * The numbers counting goes by.
 *
 * @param usageDays    days of usage looked at
 * @param shareA       of the value of all usage that the items of class A stand for, e.g. 0.8
 * @param shareB       those of A and B together
 * @param daysA        between two counts
 * @param recountShare difference as a share of the book above which a line is counted again
 * @param recountValue the same by its value
 */
public record CountPolicyBody(
        Integer usageDays, String shareA, String shareB, Integer daysA, Integer daysB, Integer daysC, String recountShare,
        String recountValue) {

    private static final int MOST_DAYS = 3660;

    static CountPolicyBody of(CountPolicy policy) {
        return new CountPolicyBody(policy.usageDays(), text(policy.shareA()), text(policy.shareB()), policy.daysA(), policy.daysB(),
                policy.daysC(), text(policy.recountShare()), text(policy.recountValue()));
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    public CountPolicy read(Fields fields, int version) {
        BigDecimal a = share(fields, "/shareA", shareA);
        BigDecimal b = share(fields, "/shareB", shareB);
        if (a != null && b != null && (a.signum() == 0 || a.compareTo(b) >= 0 || b.compareTo(BigDecimal.ONE) >= 0)) {
            fields.refuse("/shareB", "range", "shares must rise: 0 < A < B < 1");
        }
        BigDecimal value = fields.decimal("/recountValue", recountValue, 6);
        if (value != null && value.signum() < 0) {
            fields.refuse("/recountValue", "range", "must not be negative");
        }
        return new CountPolicy(days(fields, "/usageDays", usageDays), a, b, days(fields, "/daysA", daysA), days(fields, "/daysB", daysB),
                days(fields, "/daysC", daysC), share(fields, "/recountShare", recountShare), value, version);
    }

    private static BigDecimal share(Fields fields, String pointer, String given) {
        BigDecimal share = fields.decimal(pointer, given, 6);
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            fields.refuse(pointer, "range", "must be 0 to 1");
        }
        return share;
    }

    private static int days(Fields fields, String pointer, Integer given) {
        Integer days = fields.required(pointer, given);
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            fields.refuse(pointer, "range", "must be 1 to " + MOST_DAYS + " days");
        }
        return days == null ? 0 : days;
    }
}
