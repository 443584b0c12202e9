package entrepot.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvSheetTest {

    private final StringWriter out = new StringWriter();
    private final CsvSheet sheet = new CsvSheet(out);

    @Test
    void aTextIsNeverAFormula() {
        sheet.row("=1+1", "+44", "-x", "@cmd", "\tx", "\uFF1D1", "plain");
        assertThat(out).hasToString("'=1+1,'+44,'-x,'@cmd,'\tx,'\uFF1D1,plain\r\n");
    }

    @Test
    void aNegativeNumberStaysANumber() {
        sheet.row(new Money(-1250, Currency.getInstance("GBP")), Quantity.units(-3), new BigDecimal("-0.10"), -7L);
        assertThat(out).hasToString("-12.50,-3,-0.1,-7\r\n");
    }

    @Test
    void quotesStandWhereTheyMust() {
        sheet.head(List.of("name", "day"));
        sheet.row("6\" wire, bare\nnew", LocalDate.of(2026, 3, 1));
        assertThat(out).hasToString("name,day\r\n\"6\"\" wire, bare\nnew\",2026-03-01\r\n");
    }

    @Test
    void whatIsMissingIsEmpty() {
        sheet.row(null, "x", null);
        assertThat(out).hasToString(",x,\r\n");
    }

    @Test
    void aLongListIsReadPartAfterPart() {
        List<Integer> rows = java.util.stream.IntStream.rangeClosed(1, 2500).boxed().toList();
        ListFile.each(sheet, (after, limit) -> {
            int from = after == null ? 0 : Integer.parseInt(after);
            return rows.subList(from, Math.min(rows.size(), from + limit));
        }, row -> row, row -> new Object[] {row});
        assertThat(out.toString().lines()).hasSize(2500).endsWith("2500");
    }
}
