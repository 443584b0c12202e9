package entrepot.inventory.retail;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns eight cells into a row, or says which cell is wrong. Texts and prices that come again are kept once. */
final class RowParser {

    static final List<String> HEADER =
            List.of("Invoice", "StockCode", "Description", "Quantity", "InvoiceDate", "Price", "CustomerID", "Country");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final long MOST_UNITS = 1_000_000_000;
    private static final BigDecimal MOST_PRICE = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,6})?");
    private static final int INVOICE = 16;
    private static final int CODE = 32;
    private static final int NAME = 200;

    private final LocalDate latest;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> skus = new HashMap<>();
    private final Map<String, BigDecimal> prices = new HashMap<>();
    private String lastTime = "";
    private LocalDateTime lastAt;

    /** @param latest a row of a later day is refused */
    RowParser(LocalDate latest) {
        this.latest = latest;
    }

    /** A cell that is wrong. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String problem) {
            super(problem, null, false, false);
        }
    }

    RetailRow row(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            throw new Unreadable(cells.size() + " cells, must be " + HEADER.size());
        }
        String code = text("StockCode", cells.get(1), CODE);
        return new RetailRow(
                needed("Invoice", text("Invoice", cells.get(0), INVOICE)),
                needed("StockCode", code),
                skus.computeIfAbsent(code, key -> once(key.strip().toUpperCase(Locale.ROOT))),
                text("Description", cells.get(2), NAME),
                quantity(cells.get(3)),
                time(cells.get(4)),
                prices.computeIfAbsent(cells.get(5), RowParser::price),
                text("CustomerID", cells.get(6), INVOICE),
                text("Country", cells.get(7), NAME));
    }

    private String text(String cell, String text, int longest) {
        if (text.length() > longest) {
            throw new Unreadable(cell + " has " + text.length() + " characters, at most " + longest);
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw new Unreadable(cell + " is not UTF-8");
        }
        return once(text);
    }

    private static String needed(String cell, String text) {
        if (text.isBlank()) {
            throw new Unreadable(cell + " is empty");
        }
        return text;
    }

    private String once(String text) {
        return texts.computeIfAbsent(text, key -> key);
    }

    private static long quantity(String cell) {
        try {
            long quantity = Long.parseLong(cell);
            if (Math.abs(quantity) <= MOST_UNITS && quantity != Long.MIN_VALUE) {
                return quantity;
            }
        } catch (NumberFormatException notWhole) {
            throw new Unreadable("Quantity '" + cell + "' is not a whole number");
        }
        throw new Unreadable("Quantity " + cell + " must be from -" + MOST_UNITS + " to " + MOST_UNITS);
    }

    private static BigDecimal price(String cell) {
        if (!PRICE.matcher(cell).matches()) {
            throw new Unreadable("Price '" + cell + "' is not a number of at most six decimals");
        }
        BigDecimal price = new BigDecimal(cell).stripTrailingZeros();
        if (price.abs().compareTo(MOST_PRICE) > 0) {
            throw new Unreadable("Price " + cell + " must be from -" + MOST_PRICE + " to " + MOST_PRICE);
        }
        return price;
    }

    private LocalDateTime time(String cell) {
        if (!cell.equals(lastTime)) {
            lastAt = parsed(cell);
            lastTime = cell;
        }
        return lastAt;
    }

    private LocalDateTime parsed(String cell) {
        try {
            LocalDateTime at = LocalDateTime.parse(cell, TIME);
            if (!at.toLocalDate().isBefore(EARLIEST) && !at.toLocalDate().isAfter(latest)) {
                return at;
            }
        } catch (DateTimeException notTime) {
            throw new Unreadable("InvoiceDate '" + cell + "' is not a time like 2010-12-01 08:26:00");
        }
        throw new Unreadable("InvoiceDate " + cell + " must be from " + EARLIEST + " to " + latest);
    }
}
