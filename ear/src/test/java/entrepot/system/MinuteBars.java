package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** An instrument with made-up minutes, brought in as a file: from 13:31 to 20:00 UTC on working days from Monday 4 March 2024 on. */
public final class MinuteBars {

    public static final int A_DAY = 390;
    static final LocalDate BEGIN = LocalDate.of(2024, 3, 4);

    private MinuteBars() {}

    /** @param seed the same one makes the same bars; @return its symbol */
    public static String laid(Product product, int days, long seed) {
        Api quant = product.as("quant");
        String symbol = RecordedFlow.instrument(quant);
        Api.Answer brought = quant.send(quant.request("api/v1/instruments/" + symbol + "/imports?step=MINUTE&zone=UTC&stamp=END").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file(days, seed))));
        assertThat(brought.status()).as(brought.body()).isEqualTo(200);
        assertThat(brought.json().path("added").asInt()).as(brought.body()).isEqualTo(days * A_DAY);
        return symbol;
    }

    private static String file(int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder file = new StringBuilder("time,open,high,low,close,volume\n");
        double price = 100;
        LocalDate day = BEGIN;
        for (int left = days; left > 0; day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            left--;
            for (int minute = 1; minute <= A_DAY; minute++) {
                double open = price;
                price *= 1 + 0.0006 * random.nextGaussian();
                file.append(day.atTime(13, 30).plusMinutes(minute).toInstant(ZoneOffset.UTC).toEpochMilli()).append(',').append(open).append(',')
                        .append(Math.max(open, price)).append(',').append(Math.min(open, price)).append(',').append(price).append(',').append(100 + minute % 7).append('\n');
            }
        }
        return file.toString();
    }
}
