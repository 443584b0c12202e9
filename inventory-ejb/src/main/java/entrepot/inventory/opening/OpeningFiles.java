package entrepot.inventory.opening;

import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.Tracking;
import entrepot.inventory.opening.OpeningFinding.File;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.platform.csv.CsvTable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the two files line by line; what is wrong with a line is noted, and the others are read all the same. */
public final class OpeningFiles {

    public static final List<String> STOCK = List.of("sku", "location", "lot", "expires", "quantity", "unitCost", "value", "pieces");
    public static final List<String> TRIAL_BALANCE = List.of("account", "debit", "credit");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

    private final Currency currency;
    private final KnownCodes codes;
    private final List<OpeningFinding> findings;
    private final Set<String> seen = new HashSet<>();

    /** @param findings takes what is wrong */
    public OpeningFiles(Currency currency, KnownCodes codes, List<OpeningFinding> findings) {
        this.currency = currency;
        this.codes = codes;
        this.findings = findings;
    }

    /** @throws entrepot.platform.csv.CsvRefused for a file that is none */
    public static CsvTable stockTable(String text) {
        return CsvTable.read(text, STOCK, List.of("sku", "location", "quantity"));
    }

    public static CsvTable trialTable(String text) {
        return CsvTable.read(text, TRIAL_BALANCE, TRIAL_BALANCE);
    }

    public List<OpeningBalance.Stock> stock(CsvTable table) {
        List<OpeningBalance.Stock> stock = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            int before = findings.size();
            OpeningBalance.Stock one = row.broken() == null ? stock(row) : null;
            if (row.broken() != null) {
                note(File.STOCK, row, "broken-line", row.broken());
            }
            if (findings.size() == before) {
                stock.add(one);
            }
        }
        return stock;
    }

    private OpeningBalance.Stock stock(CsvTable.Row row) {
        Map<String, String> cells = row.cells();
        KnownCodes.Item item = codes.items().get(cells.getOrDefault("sku", ""));
        if (item == null) {
            note(File.STOCK, row, "unknown-sku", "no item '" + cells.get("sku") + "' is in use");
        }
        var location = codes.locations().get(cells.getOrDefault("location", ""));
        if (location == null) {
            note(File.STOCK, row, "unknown-location", "no location '" + cells.get("location") + "' is in use");
        }
        String lot = cells.get("lot");
        if (!seen.add(cells.get("sku") + '\n' + cells.get("location") + '\n' + lot)) {
            note(File.STOCK, row, "doubled", cells.get("sku") + (lot == null ? "" : " lot " + lot) + " at " + cells.get("location") + " is there twice");
        }
        if (item != null && item.tracking() != Tracking.NONE && lot == null) {
            note(File.STOCK, row, "lot-missing", item.sku() + (item.tracking() == Tracking.LOT ? " is kept by lot: say of which" : " is kept by"
                    + " serial number: say it, a line a piece"));
        }
        LocalDate expires = day(row, "expires");
        BigDecimal quantity = decimal(File.STOCK, row, "quantity");
        if (quantity != null && quantity.signum() <= 0) {
            note(File.STOCK, row, "quantity", "quantity must be above 0, is " + quantity.toPlainString());
        }
        Money value = value(row, quantity);
        Long pieces = pieces(row);
        return item == null || location == null || quantity == null || quantity.signum() <= 0 || value == null ? null
                : new OpeningBalance.Stock(row.line(), item, location, Quantity.of(quantity), value,
                        lot == null ? null : new NamedLot(lot, expires, Quantity.of(quantity)), pieces);
    }

    private Long pieces(CsvTable.Row row) {
        String text = row.cells().get("pieces");
        if (text != null && !text.strip().matches("[0-9]{1,9}")) {
            note(File.STOCK, row, "not-a-number", "pieces must be a whole number such as 12, is '" + text.substring(0, Math.min(40, text.length())) + "'");
            return null;
        }
        return text == null ? null : Long.valueOf(text.strip());
    }

    /** The line's value, or its unit cost times its quantity. */
    private Money value(CsvTable.Row row, BigDecimal quantity) {
        if (row.cells().containsKey("value") == row.cells().containsKey("unitCost")) {
            note(File.STOCK, row, "cost", "needs either a unit cost or a value");
            return null;
        }
        boolean whole = row.cells().containsKey("value");
        BigDecimal cost = decimal(File.STOCK, row, whole ? "value" : "unitCost");
        if (cost != null && cost.signum() < 0) {
            note(File.STOCK, row, "cost", "cost must not be negative, is " + cost.toPlainString());
            return null;
        }
        if (cost == null || quantity == null) {
            return null;
        }
        return whole ? money(File.STOCK, row, "value", cost) : Money.worth(Quantity.of(quantity), cost, currency);
    }

    public List<OpeningBalance.Balance> balances(CsvTable table) {
        List<OpeningBalance.Balance> balances = new ArrayList<>();
        Set<String> accounts = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            String code = row.cells().get("account");
            if (row.broken() != null) {
                note(File.TRIAL_BALANCE, row, "broken-line", row.broken());
            } else if (code == null || !codes.accounts().contains(new Account(code))) {
                note(File.TRIAL_BALANCE, row, "unknown-account", "no account '" + code + "' is in use");
            } else if (!accounts.add(code)) {
                note(File.TRIAL_BALANCE, row, "doubled", "account " + code + " is there twice");
            } else {
                balance(row, code, balances);
            }
        }
        return balances;
    }

    private void balance(CsvTable.Row row, String code, List<OpeningBalance.Balance> balances) {
        Money debit = side(row, "debit");
        Money credit = side(row, "credit");
        if (debit != null && credit != null) {
            balances.add(new OpeningBalance.Balance(row.line(), new Account(code), debit.minus(credit)));
        }
    }

    private Money side(CsvTable.Row row, String column) {
        if (!row.cells().containsKey(column)) {
            return Money.zero(currency);
        }
        BigDecimal amount = decimal(File.TRIAL_BALANCE, row, column);
        return amount == null ? null : money(File.TRIAL_BALANCE, row, column, amount);
    }

    private BigDecimal decimal(File file, CsvTable.Row row, String column) {
        String text = row.cells().getOrDefault(column, "").strip();
        if (!DECIMAL.matcher(text).matches()) {
            note(file, row, "not-a-number", column + " must be a number such as 12.50, is '" + text.substring(0, Math.min(40, text.length())) + "'");
            return null;
        }
        return new BigDecimal(text);
    }

    /** A day as 2026-12-31, or null. */
    private LocalDate day(CsvTable.Row row, String column) {
        String text = row.cells().get(column);
        try {
            return text == null ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException notADay) {
            note(File.STOCK, row, "not-a-date", column + " must be a date such as 2026-12-31, is '" + text.substring(0, Math.min(40, text.length())) + "'");
            return null;
        }
    }

    private Money money(File file, CsvTable.Row row, String column, BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            note(file, row, "decimals", column + " may have " + currency.getDefaultFractionDigits() + " decimals in "
                    + currency.getCurrencyCode() + ", is " + amount.toPlainString());
            return null;
        }
        return Money.of(amount, currency);
    }

    private void note(File file, CsvTable.Row row, String code, String detail) {
        findings.add(OpeningFinding.of(file, row.line(), code, detail));
    }
}
