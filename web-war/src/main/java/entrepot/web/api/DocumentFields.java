package entrepot.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import entrepot.inventory.amend.Amendment;
import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.RateBook;
import entrepot.inventory.exchange.server.RateTable;
import entrepot.inventory.place.server.PlaceBook;
import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What every document that posts has in common: its key, its day, its currency, a bounded number of lines. */
@ApplicationScoped
public class DocumentFields {

    static final int MOST_LINES = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    @Inject
    private CompanyFile companies;

    @Inject
    private PlaceBook places;

    @Inject
    private RateTable rates;

    @Inject
    private Clock clock;

    static <B> B body(B body) {
        if (body == null) {
            throw ApiProblem.of(400, "malformed-json", "the request needs a JSON body");
        }
        return body;
    }

    /** What a second try must say again: all of the body but its id, however it was spaced. */
    static String content(String kind, Object body) {
        ObjectNode fields = Json.MAPPER.valueToTree(body);
        fields.remove("id");
        return kind + ' ' + fields;
    }

    /** The document's own id: the header, or the field where there is none; both only when they agree. */
    UUID id(Fields fields, String header, String field) {
        UUID own = fields.uuidIfGiven("/id", field);
        if (header == null && field != null) {
            return own;
        }
        UUID key = fields.uuid("#Idempotency-Key", header);
        if (key != null && own != null && !key.equals(own)) {
            fields.refuse("/id", "differs", "must equal the Idempotency-Key, " + key);
        }
        return key;
    }

    /** What a document says of itself that changes value without moving goods. @param kind of document, parted from others' keys by it */
    Amendment amendment(Fields fields, String key, String kind, Object body, String businessDate, String reference, String reason) {
        UUID id = id(fields, key, null);
        Instant now = at(fields, null);
        return new Amendment(id, businessDate(fields, businessDate, now), now, fields.textIfGiven("/reference", reference, 64),
                fields.textIfGiven("/reason", reason, 200), content(kind, body));
    }

    /** Items by their SKUs, at {@code /items}. */
    static List<String> skus(Fields fields, List<String> given) {
        List<String> items = new ArrayList<>();
        List<String> some = some(fields, "/items", given);
        for (int number = 0; number < some.size(); number++) {
            items.add(fields.text("/items/" + number, some.get(number), 32));
        }
        return items;
    }

    /** Between one and {@value #MOST_LINES}, none of them null; else a refusal, and none. */
    static <T> List<T> some(Fields fields, String pointer, List<T> given) {
        if (given == null || given.isEmpty()) {
            fields.refuse(pointer, "missing", "needs at least one");
            return List.of();
        }
        if (given.size() > MOST_LINES) {
            fields.refuse(pointer, "too-many", "may have " + MOST_LINES + " at most, has " + given.size());
            return List.of();
        }
        return hasHole(fields, pointer, given) ? List.of() : given;
    }

    Instant at(Fields fields, String given) {
        Instant at = fields.momentIfGiven("/at", given);
        if (at == null) {
            return clock.instant();
        }
        inRange(fields, "/at", at.atZone(ZoneOffset.UTC).toLocalDate());
        return at;
    }

    /** As given, or the day of the company on which {@code at} falls. */
    LocalDate businessDate(Fields fields, String given, Instant at) {
        if (given == null) {
            return companies.company().businessDate(at);
        }
        return inRange(fields, "/businessDate", fields.dateIfGiven("/businessDate", given));
    }

    private LocalDate inRange(Fields fields, String pointer, LocalDate day) {
        LocalDate last = companies.company().businessDate(clock.instant()).plusDays(1);
        if (day != null && (day.isBefore(FIRST_DAY) || day.isAfter(last))) {
            fields.refuse(pointer, "out-of-range", "must be from " + FIRST_DAY + " to " + last + ", is " + day);
        }
        return day;
    }

    /** Where goods in this status are put at a site, or at the site of a place. */
    String place(Fields fields, String location, PlaceStatus status) {
        return places.forStatus(location, status).orElseGet(() -> {
            fields.refuse("/grade", "no-place", "the site of " + location + " has no place for " + status + " goods");
            return location;
        });
    }

    /** The company's; another one is refused. */
    Currency currency(Fields fields, String given) {
        Currency own = companies.company().currency();
        if (given != null && !given.equals(own.getCurrencyCode())) {
            fields.refuse("/currency", "wrong-currency", "the book is kept in " + own.getCurrencyCode());
        }
        return own;
    }

    /** One that there is. Null after a refusal. */
    static Currency known(Fields fields, String given) {
        Optional<Currency> found = Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(given) && one.getDefaultFractionDigits() >= 0).findFirst();
        if (given != null && found.isEmpty()) {
            fields.refuse("/currency", "unknown-currency", "no currency '" + given + "'");
        }
        return found.orElse(null);
    }

    /** Null where it is the company's. */
    Currency foreign(Fields fields, String given) {
        Currency of = known(fields, given);
        return of == null || of.equals(companies.company().currency()) ? null : of;
    }

    /** A rate as it may be kept, if one is given. */
    static BigDecimal rate(Fields fields, String given) {
        BigDecimal rate = fields.decimalIfGiven("/rate", given, Exchange.DIGITS);
        if (rate != null && !Exchange.isRate(rate)) {
            fields.refuse("/rate", "range", "must be above 0 and have " + Exchange.DIGITS + " digits at most, is " + given);
            return null;
        }
        return rate;
    }

    /** The company's currency, or another at the rate given, or at the latest on or before the day. */
    Exchange exchange(Fields fields, String currency, String given, LocalDate day) {
        Currency own = companies.company().currency();
        Currency of = known(fields, currency);
        BigDecimal rate = rate(fields, given);
        if (of == null || of.equals(own)) {
            if (given != null) {
                fields.refuse("/rate", "rate-unused", "belongs to another currency than the book's, " + own.getCurrencyCode());
            }
            return Exchange.none(own);
        }
        if (rate != null) {
            return new Exchange(of, own, rate);
        }
        return Optional.ofNullable(day).flatMap(on -> rates.book(List.of(of)).on(of, on)).orElseGet(() -> {
            fields.refuse("/rate", "rate-missing", RateBook.missing(of, day));
            return new Exchange(of, own, BigDecimal.ONE);
        });
    }

    /** The lines, checked for number and holes; empty where they are missing. */
    <L> List<L> lines(Fields fields, List<L> lines) {
        if (lines == null || lines.isEmpty()) {
            fields.refuse("/lines", "missing", "needs at least one line");
            return List.of();
        }
        if (lines.size() > MOST_LINES) {
            fields.refuse("/lines", "too-many", "may have " + MOST_LINES + " lines at most, has " + lines.size());
            return List.of();
        }
        if (hasHole(fields, "/lines", lines)) {
            return List.of();
        }
        return lines;
    }

    static boolean hasHole(Fields fields, String pointer, List<?> parts) {
        boolean hole = false;
        for (int number = 0; number < parts.size(); number++) {
            if (parts.get(number) == null) {
                fields.refuse(pointer + "/" + number, "missing", "must not be null");
                hole = true;
            }
        }
        return hole;
    }
}
