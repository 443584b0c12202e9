package entrepot.trading.pricing;

import entrepot.trading.pricing.Pricer.Wish;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Collects what the advice will say while the guard rails do the sum. */
final class Worksheet {

    private final PriceRule rule;
    private final Situation situation;
    private final List<String> words = new ArrayList<>();
    private BigDecimal floor;
    private BigDecimal ceiling;
    private BigDecimal aim;
    private Double wish;

    Worksheet(PriceRule rule, Situation situation) {
        this.rule = rule;
        this.situation = situation;
    }

    void between(BigDecimal floor, BigDecimal ceiling) {
        this.floor = floor;
        this.ceiling = ceiling;
    }

    void aim(Wish wished, BigDecimal aim) {
        this.aim = aim;
        wish = Double.isInfinite(wished.price()) ? null : wished.price();
        words.add(wished.because());
        words.add("Between floor " + plain(floor) + " and ceiling " + plain(ceiling) + " and with the ending of the rule that is "
                + plain(aim) + ".");
    }

    Advice change(BigDecimal price) {
        String way = price.compareTo(aim) == 0 ? "" : ", one step towards " + plain(aim);
        words.add("From " + plain(situation.price()) + " to " + plain(price) + way + ".");
        return advice(Verdict.CHANGE, price);
    }

    Advice end(Verdict verdict, String sentence) {
        words.add(sentence);
        return advice(verdict, situation.price());
    }

    private Advice advice(Verdict verdict, BigDecimal price) {
        double cover = situation.coverDays();
        return new Advice(verdict, price, List.copyOf(words), rule.name(), situation.base(), situation.price(),
                situation.cost().map(Situation.Cost::perUnit).orElse(null),
                situation.cost().map(Situation.Cost::asOf).orElse(null),
                situation.available().decimal(), situation.demand().perDay(), situation.demand().days(),
                Double.isInfinite(cover) || Double.isNaN(cover) ? null : cover, wish, floor, ceiling, aim);
    }

    Situation situation() {
        return situation;
    }

    static String plain(BigDecimal price) {
        BigDecimal stripped = price.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
}
