package entrepot.trading.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What to charge, with every number behind it, so that a person can do the sum again.
 *
 * @param price     what to charge from now on; the old price unless the verdict is CHANGE
 * @param words     the same in sentences, in the order in which the sum is done
 * @param unitCost  null where not known, as is {@code costAsOf}
 * @param coverDays null where nothing sells
 * @param wish      null where as high as allowed was wished, or nothing could be wished
 * @param floor     lowest price allowed, null where the cost is not usable; so are {@code ceiling} and {@code aim}
 * @param aim       the wish between floor and ceiling, with the ending of the rule; reached in one step or several
 */
public record Advice(
        Verdict verdict,
        BigDecimal price,
        List<String> words,
        String rule,
        BigDecimal base,
        BigDecimal before,
        BigDecimal unitCost,
        LocalDate costAsOf,
        BigDecimal available,
        double demandPerDay,
        int demandDays,
        Double coverDays,
        Double wish,
        BigDecimal floor,
        BigDecimal ceiling,
        BigDecimal aim) {

    public boolean changesPrice() {
        return verdict.kind() == Verdict.Kind.CHANGE;
    }
}
