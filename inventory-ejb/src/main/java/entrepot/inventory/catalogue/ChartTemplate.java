package entrepot.inventory.catalogue;

import entrepot.inventory.ledger.AccountRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Charts of accounts to begin with. Each has an account for every role; the accounts without one are for what the product does not post. */
public enum ChartTemplate {

    /** What the product begins with. */
    INTERNATIONAL("""
            1000 ASSET     CASH                  Cash
            1100 ASSET     RECEIVABLE            Trade receivables
            1150 ASSET     INPUT_TAX             Input tax
            1200 ASSET     INVENTORY             Inventory
            2000 LIABILITY RECEIVED_NOT_INVOICED Goods received not invoiced
            2050 LIABILITY CHARGES_TO_COME       Charges on purchases to come
            2100 LIABILITY PAYABLE               Trade payables
            2200 LIABILITY TAX                   Sales tax payable
            3000 EQUITY    OPENING_EQUITY        Opening balance equity
            3200 EQUITY    PRIOR_PERIOD          Prior-period adjustments
            4000 INCOME    REVENUE               Sales
            4100 INCOME    DISCOUNT              Sales discounts
            5000 EXPENSE   COST_OF_SALES         Cost of sales
            5100 EXPENSE   PURCHASE_VARIANCE     Purchase price variance
            5200 EXPENSE   SHRINKAGE             Shrinkage and scrap
            5300 EXPENSE   GOODS_USED            Goods used
            5400 EXPENSE   REVALUATION           Revaluation of stock
            5500 EXPENSE   EXCHANGE              Exchange gains and losses
            5600 EXPENSE   CONVERSION            Labour and overhead in goods made
            """),

    /** A small company in the United Kingdom that reports by IFRS. */
    UK_IFRS("""
            0030 ASSET     -                     Fixtures and equipment
            0031 ASSET     -                     Fixtures and equipment, depreciation
            1001 ASSET     INVENTORY             Stock
            1100 ASSET     RECEIVABLE            Trade debtors
            1103 ASSET     -                     Prepayments
            1200 ASSET     -                     Bank
            1230 ASSET     CASH                  Cash in hand
            1250 ASSET     INPUT_TAX             VAT on purchases
            2100 LIABILITY PAYABLE               Trade creditors
            2109 LIABILITY -                     Accruals
            2110 LIABILITY RECEIVED_NOT_INVOICED Goods received not invoiced
            2120 LIABILITY CHARGES_TO_COME       Carriage and duty to come
            2200 LIABILITY TAX                   VAT on sales
            2210 LIABILITY -                     PAYE and National Insurance
            2320 LIABILITY -                     Corporation tax
            3000 EQUITY    -                     Share capital
            3100 EQUITY    -                     Retained earnings
            3150 EQUITY    PRIOR_PERIOD          Prior-period adjustments
            3190 EQUITY    OPENING_EQUITY        Opening balances
            4000 INCOME    REVENUE               Sales
            4009 INCOME    DISCOUNT              Discounts allowed
            5000 EXPENSE   COST_OF_SALES         Cost of sales
            5010 EXPENSE   PURCHASE_VARIANCE     Purchase price variance
            5020 EXPENSE   SHRINKAGE             Stock losses
            5030 EXPENSE   REVALUATION           Stock written down
            5040 EXPENSE   CONVERSION            Labour and overhead in goods made
            6900 EXPENSE   GOODS_USED            Goods for own use
            7000 EXPENSE   -                     Wages and salaries
            7100 EXPENSE   -                     Rent and rates
            7900 EXPENSE   -                     Bank charges
            7906 EXPENSE   EXCHANGE              Exchange gains and losses
            8000 EXPENSE   -                     Depreciation
            """),

    /** A company in the United States. */
    US_GAAP("""
            1010 ASSET     CASH                  Cash on hand
            1020 ASSET     -                     Checking account
            1200 ASSET     RECEIVABLE            Accounts receivable
            1300 ASSET     INVENTORY             Merchandise inventory
            1400 ASSET     -                     Prepaid expenses
            1420 ASSET     INPUT_TAX             Sales tax recoverable
            1500 ASSET     -                     Furniture and equipment
            1590 ASSET     -                     Accumulated depreciation
            2000 LIABILITY PAYABLE               Accounts payable
            2050 LIABILITY RECEIVED_NOT_INVOICED Accrued purchases
            2060 LIABILITY CHARGES_TO_COME       Accrued freight and duty
            2200 LIABILITY TAX                   Sales tax payable
            2300 LIABILITY -                     Payroll liabilities
            2400 LIABILITY -                     Income tax payable
            3000 EQUITY    -                     Common stock
            3200 EQUITY    -                     Retained earnings
            3250 EQUITY    PRIOR_PERIOD          Prior period adjustments
            3900 EQUITY    OPENING_EQUITY        Opening balance equity
            4000 INCOME    REVENUE               Sales revenue
            4100 INCOME    DISCOUNT              Sales discounts
            5000 EXPENSE   COST_OF_SALES         Cost of goods sold
            5100 EXPENSE   PURCHASE_VARIANCE     Purchase price variance
            5200 EXPENSE   SHRINKAGE             Inventory shrinkage
            5300 EXPENSE   REVALUATION           Inventory write-downs
            5400 EXPENSE   CONVERSION            Labor and overhead applied
            6000 EXPENSE   -                     Wages
            6100 EXPENSE   -                     Rent
            6200 EXPENSE   GOODS_USED            Supplies used
            6500 EXPENSE   -                     Depreciation
            7100 EXPENSE   EXCHANGE              Foreign exchange gain or loss
            """),

    /** A part of a German industrial chart by the order of the balance sheet; the numbers are those of SKR 04, as far as it has one. */
    DE_SKR04("""
            0650 ASSET     -                     Büroeinrichtung
            1140 ASSET     INVENTORY             Waren (Bestand)
            1200 ASSET     RECEIVABLE            Forderungen aus Lieferungen und Leistungen
            1400 ASSET     INPUT_TAX             Abziehbare Vorsteuer
            1600 ASSET     CASH                  Kasse
            1800 ASSET     -                     Bank
            2900 EQUITY    -                     Gezeichnetes Kapital
            2970 EQUITY    PRIOR_PERIOD          Gewinnvortrag vor Verwendung
            3300 LIABILITY PAYABLE               Verbindlichkeiten aus Lieferungen und Leistungen
            3390 LIABILITY RECEIVED_NOT_INVOICED Wareneingang ohne Rechnung
            3395 LIABILITY CHARGES_TO_COME       Bezugsnebenkosten ohne Rechnung
            3800 LIABILITY TAX                   Umsatzsteuer
            4000 INCOME    REVENUE               Umsatzerlöse
            4700 INCOME    DISCOUNT              Erlösschmälerungen
            5200 EXPENSE   COST_OF_SALES         Wareneinsatz
            5860 EXPENSE   PURCHASE_VARIANCE     Preisabweichungen im Einkauf
            5885 EXPENSE   SHRINKAGE             Inventurdifferenzen und Schwund
            5890 EXPENSE   REVALUATION           Abwertung von Waren
            5950 EXPENSE   CONVERSION            Verrechnete Fertigungskosten
            6000 EXPENSE   -                     Löhne und Gehälter
            6310 EXPENSE   -                     Miete
            6640 EXPENSE   GOODS_USED            Verbrauch im Betrieb
            6880 EXPENSE   EXCHANGE              Aufwendungen aus der Währungsumrechnung
            9000 EQUITY    OPENING_EQUITY        Saldenvorträge, Sachkonten
            """);

    private static final int PARTS = 4;

    private final List<Line> lines;

    ChartTemplate(String text) {
        lines = text.lines().map(line -> line.split(" +", PARTS)).map(Line::of).toList();
    }

    /** @param role it plays, or null */
    public record Line(String code, String name, LedgerAccount.Kind kind, AccountRole role) {

        private static Line of(String[] parts) {
            return new Line(parts[0], parts[3], LedgerAccount.Kind.valueOf(parts[1]), parts[2].equals("-") ? null : AccountRole.valueOf(parts[2]));
        }
    }

    public List<Line> lines() {
        return lines;
    }

    /** The account of each role. */
    public Map<AccountRole, String> roles() {
        Map<AccountRole, String> roles = new EnumMap<>(AccountRole.class);
        lines.stream().filter(line -> line.role() != null).forEach(line -> roles.put(line.role(), line.code()));
        return roles;
    }
}
