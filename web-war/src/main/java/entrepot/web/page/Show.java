package entrepot.web.page;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.Company;
import entrepot.platform.company.CompanyFile;
import entrepot.web.language.Figures;
import entrepot.web.language.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** How figures, days and sentences are written on a page, in its language. Every method answers an empty text for null. */
@Named
@ApplicationScoped
public class Show {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    @Inject
    private CompanyFile companies;

    /** With as many decimals as it has. */
    public String quantity(Quantity quantity) {
        return quantity == null ? "" : number("#,##0.######", quantity.decimal());
    }

    /** Of catch-weight goods, beside what they weigh; nothing of others. */
    public String pieces(Long pieces) {
        return pieces == null ? "" : text(Math.abs(pieces) == 1 ? "pieces.one" : "pieces.count", number("#,##0", BigDecimal.valueOf(pieces)));
    }

    /** Without the code of the currency: that stands in the head. */
    public String money(Money money) {
        return money == null ? "" : amount(money.decimal(), money.currency());
    }

    public String amount(BigDecimal major) {
        return amount(major, companies.company().currency());
    }

    private String amount(BigDecimal major, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        return major == null ? "" : number("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)), major);
    }

    /** A price or unit cost: at least the digits of the currency, at most six. */
    public String price(BigDecimal major) {
        int digits = companies.company().currency().getDefaultFractionDigits();
        return major == null ? "" : number("#,##0" + (digits == 0 ? "." : "." + "0".repeat(digits)) + "#".repeat(6 - digits), major);
    }

    /** A figure of statistics in a column of them. */
    public String figure(BigDecimal figure) {
        return figure == null ? "" : number("#,##0.0000", figure);
    }

    public String units(BigDecimal units) {
        return units == null ? "" : number("#,##0.###", units);
    }

    /** A cost of one unit in a column of them: four decimals, so that the points stand below each other. */
    public String unitCost(BigDecimal major) {
        return major == null ? "" : number("#,##0.0000", major);
    }

    /** For a field that is sent back. */
    public String plain(Quantity quantity) {
        return quantity == null ? "" : number("0.######", quantity.decimal());
    }

    /** For a field that is sent back. */
    public String field(BigDecimal number) {
        return number == null ? null : number("0.######", number);
    }

    /** A price for a field that is sent back: with the digits of the currency, and no marks between thousands. */
    public String priceField(BigDecimal price) {
        int digits = companies.company().currency().getDefaultFractionDigits();
        return price == null ? null : number("0" + (digits == 0 ? "." : "." + "0".repeat(digits)) + "#".repeat(6 - digits), price);
    }

    /** A share as percent with one decimal: 0.2 is {@code 20.0 %}. */
    public String percent(BigDecimal share) {
        return share == null ? "" : number("#,##0.0", share.movePointRight(2)) + " %";
    }

    /** A change with its direction, never by colour alone. */
    public String change(BigDecimal share) {
        if (share == null || share.signum() == 0) {
            return "";
        }
        return (share.signum() > 0 ? "▲ " : "▼ ") + percent(share.abs());
    }

    public String count(Long number) {
        return number == null ? "" : number("#,##0", BigDecimal.valueOf(number));
    }

    /** As a value in an address. */
    public String address(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a part of the path of an address. */
    public String path(String text) {
        return address(text).replace("+", "%20");
    }

    public String day(LocalDate day) {
        return day == null ? "" : Language.here().day().format(day);
    }

    /** @param utc as all times in the book, shown in the company's zone */
    public String moment(LocalDateTime utc) {
        return utc == null ? "" : Language.here().minute().format(local(utc));
    }

    public String time(LocalDateTime utc) {
        return utc == null ? "" : SECOND.format(local(utc));
    }

    public String instant(Instant moment) {
        return moment == null ? "" : Language.here().minute().format(moment.atZone(companies.company().zone()));
    }

    public String second(Instant moment) {
        return moment == null ? "" : SECOND.format(moment.atZone(companies.company().zone()));
    }

    public String zoned(ZonedDateTime moment) {
        return moment == null ? "" : Language.here().minute().format(moment.withZoneSameInstant(companies.company().zone()));
    }

    private ZonedDateTime local(LocalDateTime utc) {
        Company company = companies.company();
        return utc.atZone(ZoneOffset.UTC).withZoneSameInstant(company.zone());
    }

    /** A word of the bundle for a code of the program: {@code word('kind', 'SALE')} is the text of {@code kind.SALE}. */
    public String word(String family, Object code) {
        if (code == null) {
            return "";
        }
        ResourceBundle words = Language.here().words();
        String key = family + '.' + code;
        return words.containsKey(key) ? words.getString(key) : code.toString();
    }

    /**
     * What a job is called. Jobs tell their task in English, in a sentence of the bundle: the gaps are read from it and
     * filled into the same sentence in the language of the page.
     */
    public String job(String kind, String title) {
        String key = "job.kind." + kind;
        return Stream.of("", ".asked", ".tried", ".posted")
                .map(key::concat)
                .filter(Language.ENGLISH.words()::containsKey)
                .flatMap(word -> said(word, title).stream())
                .findFirst()
                .orElse(title);
    }

    /** Empty where the title is not this sentence. */
    private static Optional<String> said(String key, String title) {
        String english = Language.ENGLISH.words().getString(key);
        if (english.equals(title)) {
            return Optional.of(Language.here().words().getString(key));
        }
        Object[] gaps = new MessageFormat(english).parse(title, new ParsePosition(0));
        return gaps != null && Language.ENGLISH.text(key, gaps).equals(title) ? Optional.of(Language.here().text(key, gaps)) : Optional.empty();
    }

    /** The words for a line in the security log. */
    public String event(String code) {
        return word("event", code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String text(String key, Object first) {
        return Language.here().text(key, first);
    }

    public String text(String key, Object first, Object second) {
        return Language.here().text(key, first, second);
    }

    private static String number(String pattern, BigDecimal value) {
        return Figures.here().number(pattern, value);
    }
}
