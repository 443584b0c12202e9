package entrepot.inventory.count.server;

import entrepot.inventory.count.AbcRule;
import entrepot.inventory.count.RecountRule;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** The numbers counting goes by. @param recountValue major units */
public record CountPolicy(
        int usageDays, BigDecimal shareA, BigDecimal shareB, int daysA, int daysB, int daysC, BigDecimal recountShare,
        BigDecimal recountValue, int version) {

    AbcRule classes() {
        return new AbcRule(shareA, shareB);
    }

    RecountRule recount(Currency currency) {
        return new RecountRule(recountShare, Money.rounded(recountValue, currency));
    }
}
