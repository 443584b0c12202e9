package entrepot.trading.broker;

import java.time.LocalDate;

/** Paid for each unit that was held before a day; a short pays it. @param exDay the first day without it; @param amount billionths of money a unit */
public record Dividend(LocalDate exDay, long amount) {}
