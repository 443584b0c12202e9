package entrepot.trading.market;

import static entrepot.trading.market.MarketFiles.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.platform.csv.CsvRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarFileTest {

    private static ColumnMapping mapped(char delimiter, boolean comma, String time, String close, String format) {
        return new ColumnMapping(delimiter, comma, time, null, null, null, null, close, null, format, null, false);
    }

    @ParameterizedTest
    @CsvSource({
        "lean/equity-daily-aapl.csv, 5849, 1998-01-02, 2021-03-31",
        "lean/equity-daily-spy.csv, 5849, 1998-01-02, 2021-03-31",
        "commodities/wti-daily.csv, 10226, 1986-01-02, 2026-08-18",
        "commodities/gold-monthly.csv, 2322, 1833-01-31, 2026-06-30",
        "commodities/henry-hub-gas-monthly.csv, 355, 1997-01-31, 2026-07-31",
        "vol/vix-daily-ohlc.csv, 9235, 1990-01-02, 2026-07-23",
        "lean/crypto-coinbase-daily-btcusd.csv, 1318, 2014-12-01, 2018-08-13"})
    void realFilesAreReadWithoutAMapping(String name, int lines, LocalDate first, LocalDate last) {
        BarFile file = daily(name);
        assertThat(file.lines()).allMatch(line -> line.bar() != null);
        assertThat(file.lines().size()).isBetween(lines, lines + 1);
        assertThat(Adjustment.dayOf(file.firstTime())).isEqualTo(first);
        assertThat(Adjustment.dayOf(file.lastTime())).isEqualTo(last);
    }

    @Test
    void aMinuteOfNewYorkEndsAMinuteAfterItsStamp() {
        BarFile file = read("lean/equity-minute-aapl.csv", NEW_YORK, BarStep.MINUTE);
        assertThat(file.lines().get(0).bar()).isEqualTo(
                new Bar(Instant.parse("2014-06-05T08:16:00Z").toEpochMilli(), 644.8, 644.8, 644.8, 644.8, 90));
    }

    @Test
    void aQuoteFileIsReadByItsMapping() {
        var bid = new ColumnMapping(',', false, "time", null, "bid_open", "bid_high", "bid_low", "bid_close", null, null, null, false);
        Bar first = read("lean/eurusd-daily-quote.csv", bid, BarStep.DAY).lines().get(0).bar();
        assertThat(first).isEqualTo(new Bar(Instant.parse("2007-01-01T00:00:00Z").toEpochMilli(), 1.31927, 1.32125, 1.3187, 1.32095, 0));
    }

    @Test
    void aPriceAloneIsOpenHighLowAndClose() {
        Bar bar = written("Date,Price", "2020-04-20,-36.98").lines().get(0).bar();
        assertThat(bar).isEqualTo(Bar.of(Instant.parse("2020-04-20T00:00:00Z").toEpochMilli(), -36.98));
    }

    @Test
    void aGermanFileIsReadByItsMapping() {
        BarFile file = written(mapped(';', true, "Tag", "Schluss", "dd.MM.yyyy"), BarStep.DAY, "Tag;Schluss", "03.01.2022;1234,5");
        assertThat(file.lines().get(0).bar()).isEqualTo(Bar.of(Instant.parse("2022-01-03T00:00:00Z").toEpochMilli(), 1234.5));
    }

    @Test
    void aMonthIsItsLastDay() {
        assertThat(Adjustment.dayOf(written("Month,Price", "2020-02,1").firstTime())).isEqualTo(LocalDate.of(2020, 2, 29));
    }

    @Test
    void aDayThatCanBeMeantTwoWaysMustBeSaid() {
        assertThatThrownBy(() -> written("Date,Price", "03/04/2022,1")).isInstanceOf(BarFileRefused.class).hasMessageContaining("03/04/2022");
        BarFile said = written(mapped(',', false, null, null, "MM/dd/yyyy"), BarStep.DAY, "Date,Price", "03/04/2022,1");
        assertThat(Adjustment.dayOf(said.firstTime())).isEqualTo(LocalDate.of(2022, 3, 4));
    }

    @Test
    void minutesNeedAZone() {
        assertThatThrownBy(() -> written(ColumnMapping.FOUND, BarStep.MINUTE, "time,close", "2022-01-03 10:00,1"))
                .isInstanceOf(BarFileRefused.class).hasMessageContaining("time zone");
    }

    @Test
    void anHourThatComesTwiceIsReadInOrderByItsOffset() {
        ColumnMapping utc = ColumnMapping.FOUND.in(ZoneId.of("UTC"));
        BarFile file = written(utc, BarStep.MINUTE, "time,close", "2022-11-06T01:30:00-04:00,1", "2022-11-06T01:30:00-05:00,2");
        assertThat(file.lastTime() - file.firstTime()).isEqualTo(60 * 60 * 1000);
    }

    @Test
    void aLineThatCannotBeReadStaysWithItsReason() {
        BarFile file = written("date,open,high,low,close", "2022-01-03,1,2,1,2", "2022-02-30,1,2,1,2", "2022-01-05,1,2,1,two", "2022-01-06,1");
        assertThat(file.lines()).extracting(BarLine::problem).containsExactly(null, "time '2022-02-30' is not written as yyyy-MM-dd",
                "close 'two' is no number", "has 2 cells, the header 5");
        assertThat(file.lines()).extracting(BarLine::line).containsExactly(2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "1d", "0x1p3", "1e999", "--1", "''"})
    void whatIsNoPlainNumberIsRefused(String cell) {
        BarFile file = written("date,close", "2022-01-03,1", "2022-01-04," + cell);
        assertThat(file.lines().get(1).bar()).isNull();
    }

    @Test
    void allMissingColumnsAreToldAtOnce() {
        assertThatThrownBy(() -> written(mapped(',', false, "When", "Last", null), BarStep.DAY, "a,b", "1,2"))
                .isInstanceOfSatisfying(BarFileRefused.class, refused ->
                        assertThat(refused.flaws()).extracting(BarFileRefused.Flaw::field).containsExactly("time", "close"));
    }

    @Test
    void aFileOfWhichNothingCanBeReadIsRefused() {
        assertThatThrownBy(() -> written("date,close", "2022-01-03,x", "2022-01-04,y"))
                .isInstanceOfSatisfying(BarFileRefused.class, refused -> assertThat(refused.flaws()).hasSize(2));
        assertThatThrownBy(() -> written("date,close")).isInstanceOf(CsvRefused.class);
    }
}
