package entrepot.web.page;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The language of a page and how it writes numbers and days. Files and the API know no language: there a point is a point.
 */
record Language(Locale locale) {

    static final Language ENGLISH = new Language(Locale.ENGLISH);
    static final Language GERMAN = new Language(Locale.GERMAN);

    private static final Set<String> SPOKEN = Set.of("en", "de");

    /** Of the page being made. */
    static Language here() {
        FacesContext context = FacesContext.getCurrentInstance();
        return context == null || context.getViewRoot() == null ? ENGLISH : new Language(context.getViewRoot().getLocale());
    }

    /** What the user chose; without a choice the browser's own languages decide. */
    static Optional<Locale> chosen(ExternalContext external) {
        return external.getRequestMap().get(LanguageOfPages.CHOSEN) instanceof String language && isSpoken(language)
                ? Optional.of(Locale.forLanguageTag(language))
                : Optional.empty();
    }

    static boolean isSpoken(String language) {
        return language != null && SPOKEN.contains(language);
    }

    DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(locale);
    }

    /** German days are read with points; English ones stay in the order that cannot be mistaken. */
    DateTimeFormatter day() {
        return DateTimeFormatter.ofPattern(isGerman() ? "dd.MM.yyyy" : "yyyy-MM-dd", locale);
    }

    DateTimeFormatter minute() {
        return DateTimeFormatter.ofPattern(isGerman() ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm", locale);
    }

    private boolean isGerman() {
        return locale.getLanguage().equals("de");
    }
}
