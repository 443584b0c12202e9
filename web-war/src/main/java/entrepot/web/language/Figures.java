package entrepot.web.language;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;

/** How numbers are written in a language; what is no number is a dash. */
public record Figures(Language language) {

    private static final String NONE = "–";
    private static final MathContext DIGITS = new MathContext(4);

    public static Figures here() {
        return new Figures(Language.here());
    }

    /** @param pattern of {@link DecimalFormat} */
    public String number(String pattern, BigDecimal value) {
        DecimalFormat format = new DecimalFormat(pattern, language.symbols());
        format.setRoundingMode(RoundingMode.HALF_UP);
        format.setNegativePrefix("−");
        return format.format(value);
    }

    /** As percent with one decimal: 0.2 is {@code 20.0 %}. */
    public String share(double value) {
        return Double.isFinite(value) ? number("#,##0.0", BigDecimal.valueOf(value).movePointRight(2)) + " %" : NONE;
    }

    public String ratio(double value) {
        return Double.isFinite(value) ? number("#,##0.###", BigDecimal.valueOf(value)) : NONE;
    }

    /** With four digits that count, three decimals at most. */
    public String rounded(double value) {
        return Double.isFinite(value) ? ratio(new BigDecimal(value).round(DIGITS).doubleValue()) : NONE;
    }

    public String count(long number) {
        return number("#,##0", BigDecimal.valueOf(number));
    }

    /** With the decimals of the currency and without its code. */
    public String amount(double value, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return Double.isFinite(value) ? number("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)), BigDecimal.valueOf(value)) : NONE;
    }

    /** @param time milliseconds of the epoch; its day in UTC */
    public String day(long time) {
        return language.day().format(Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
    }
}
