package entrepot.web.language;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The language of a page or a document, and how it writes numbers and days. Lists as files and the API's own answers know
 * no language: there a point is a point.
 */
public record Language(Locale locale) {

    /** The attribute of a request that has the language its account chose; absent where it chose none. */
    public static final String CHOSEN = "entrepot.language";

    public static final Language ENGLISH = new Language(Locale.ENGLISH);
    public static final Language GERMAN = new Language(Locale.GERMAN);

    private static final Set<String> SPOKEN = Set.of("en", "de");

    /** Of the page being made. */
    public static Language here() {
        FacesContext context = FacesContext.getCurrentInstance();
        return context == null || context.getViewRoot() == null ? ENGLISH : new Language(context.getViewRoot().getLocale());
    }

    /** What the user chose; without a choice what the browser asks for first of those spoken; else English. */
    public static Language of(HttpServletRequest request) {
        return chosen(request).or(() -> asked(request)).map(Language::new).orElse(ENGLISH);
    }

    /** What the user chose; without a choice the browser's own languages decide. */
    public static Optional<Locale> chosen(HttpServletRequest request) {
        return request.getAttribute(CHOSEN) instanceof String language && isSpoken(language)
                ? Optional.of(Locale.forLanguageTag(language))
                : Optional.empty();
    }

    private static Optional<Locale> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream().filter(locale -> isSpoken(locale.getLanguage())).findFirst();
    }

    public static boolean isSpoken(String language) {
        return language != null && SPOKEN.contains(language);
    }

    public ResourceBundle words() {
        return ResourceBundle.getBundle("entrepot.web.page.words", locale, Language.class.getClassLoader());
    }

    /** A sentence with its gaps filled. */
    public String text(String key, Object... values) {
        return new MessageFormat(words().getString(key), locale).format(values);
    }

    public DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(locale);
    }

    /** German days are read with points; English ones stay in the order that cannot be mistaken. */
    public DateTimeFormatter day() {
        return DateTimeFormatter.ofPattern(isGerman() ? "dd.MM.yyyy" : "yyyy-MM-dd", locale);
    }

    public DateTimeFormatter minute() {
        return DateTimeFormatter.ofPattern(isGerman() ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm", locale);
    }

    private boolean isGerman() {
        return locale.getLanguage().equals("de");
    }
}
