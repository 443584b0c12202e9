package entrepot.inventory.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger for Beancount, in money alone. An account is opened by the first batch that has it, long before its first line
 * (a later batch may be dated earlier), so that all batches can be included in one ledger.
 */
final class BeancountJournal implements JournalFormat {

    private final Map<String, String> names = new HashMap<>();

    @Override
    public String head(BatchHead batch, List<ChartLine> chart) {
        StringBuilder text = new StringBuilder("; ").append(batch.title()).append('\n');
        text.append("option \"operating_currency\" \"").append(batch.debits().currency().getCurrencyCode()).append("\"\n\n");
        for (ChartLine account : chart) {
            names.put(account.code(), account.beancount());
            text.append(account.fresh() ? opened(account) : "");
        }
        return text.toString();
    }

    private static String opened(ChartLine account) {
        return "1970-01-01 open " + account.beancount() + "\n  name: " + Beans.text(account.name()) + "\n";
    }

    @Override
    public String entry(BatchEntry entry) {
        StringBuilder text = new StringBuilder("\n").append(entry.day()).append(" * ").append(Beans.text(entry.story())).append('\n');
        text.append("  seal: ").append(entry.seal()).append("\n  posting: \"").append(entry.posting()).append("\"\n");
        for (BatchEntry.Line line : entry.lines()) {
            text.append("  ").append(names.get(line.account())).append("  ").append(Beans.amount(line.amount())).append('\n');
        }
        return text.toString();
    }
}
