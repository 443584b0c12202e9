package entrepot.inventory.export;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * General journal entries for QuickBooks Desktop. Accounts go by their code; one that is new is described by its name. What the code
 * page of QuickBooks has no letter for becomes a question mark.
 */
final class IifJournal implements JournalFormat {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final int DOCUMENT = 11;

    @Override
    public Charset charset() {
        return Charset.forName("windows-1252");
    }

    @Override
    public String head(BatchHead batch, List<ChartLine> chart) {
        StringBuilder text = new StringBuilder(row("!ACCNT", "NAME", "ACCNTTYPE", "DESC"));
        chart.stream().filter(ChartLine::fresh).forEach(account -> text.append(row("ACCNT", account.code(), type(account.kind()), account.name())));
        return text.append(row("!TRNS", "TRNSID", "TRNSTYPE", "DATE", "ACCNT", "AMOUNT", "DOCNUM", "MEMO"))
                .append(row("!SPL", "SPLID", "TRNSTYPE", "DATE", "ACCNT", "AMOUNT", "DOCNUM", "MEMO"))
                .append(row("!ENDTRNS"))
                .toString();
    }

    private static String type(String kind) {
        return switch (kind) {
            case "ASSET" -> "OCASSET";
            case "LIABILITY" -> "OCLIAB";
            case "EQUITY" -> "EQUITY";
            case "INCOME" -> "INC";
            default -> "EXP";
        };
    }

    @Override
    public String entry(BatchEntry entry) {
        if (entry.lines().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (BatchEntry.Line line : entry.lines()) {
            text.append(row(text.length() == 0 ? "TRNS" : "SPL", "", "GENERAL JOURNAL", day(entry.day()), line.account(),
                    amount(line.amount().decimal()), document(entry), entry.story()));
        }
        return text.append(row("ENDTRNS")).toString();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String amount(BigDecimal amount) {
        return amount.toPlainString();
    }

    /** QuickBooks takes {@value #DOCUMENT} characters. */
    private static String document(BatchEntry entry) {
        String reference = Beans.line(entry.reference());
        return reference.length() <= DOCUMENT ? reference : reference.substring(0, DOCUMENT);
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append(row.length() == 0 ? "" : "\t").append(Beans.line(cell).replace('"', '\''));
        }
        return row.append("\r\n").toString();
    }
}
