package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;
import java.time.LocalDate;

/** Units of one item that left one location on one business date, less what was brought back the same day. */
public record DemandDay(LocalDate day, Quantity units) {}
