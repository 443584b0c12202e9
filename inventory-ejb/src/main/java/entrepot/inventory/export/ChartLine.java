package entrepot.inventory.export;

import java.util.Locale;

/**
 * An account of the chart, as other bookkeepings are told of it.
 *
 * @param kind  ASSET, LIABILITY, EQUITY, INCOME or EXPENSE
 * @param fresh whether the other bookkeeping was not told of it before
 */
public record ChartLine(String code, String name, String kind, boolean fresh) {

    /** The kind as hledger and Beancount call the root of their tree. */
    String root() {
        return switch (kind) {
            case "ASSET" -> "Assets";
            case "LIABILITY" -> "Liabilities";
            case "EQUITY" -> "Equity";
            case "INCOME" -> "Income";
            case "EXPENSE" -> "Expenses";
            default -> throw new IllegalArgumentException("account " + code + " is of no known kind: " + kind);
        };
    }

    String hledger() {
        return root().toLowerCase(Locale.ROOT) + ":" + code;
    }

    String beancount() {
        return root() + ":" + Beans.part(code);
    }
}
