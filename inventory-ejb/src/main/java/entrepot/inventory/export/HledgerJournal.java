package entrepot.inventory.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A journal for hledger (and Ledger), in money alone. */
final class HledgerJournal implements JournalFormat {

    private final Map<String, String> names = new HashMap<>();

    @Override
    public String head(BatchHead batch, List<ChartLine> chart) {
        StringBuilder text = new StringBuilder("; ").append(batch.title()).append("\n\n");
        for (ChartLine account : chart) {
            names.put(account.code(), account.hledger());
            text.append("account ").append(account.hledger()).append("  ; ").append(Beans.comment(account.name())).append('\n');
        }
        return text.toString();
    }

    @Override
    public String entry(BatchEntry entry) {
        StringBuilder text = new StringBuilder("\n").append(entry.day()).append(" * ").append(description(entry.story()))
                .append("  ; seal: ").append(entry.seal()).append(", posting: ").append(entry.posting()).append('\n');
        for (BatchEntry.Line line : entry.lines()) {
            text.append("    ").append(names.get(line.account())).append("  ").append(Beans.amount(line.amount())).append(note(line));
        }
        return text.toString();
    }

    private static String note(BatchEntry.Line line) {
        return line.sku() == null ? "\n" : "  ; " + line.sku() + " " + line.location() + "\n";
    }

    /** A semicolon would begin a comment, a bar would part payee and note. */
    static String description(String story) {
        return story.replace(';', ',').replace('|', '/');
    }
}
