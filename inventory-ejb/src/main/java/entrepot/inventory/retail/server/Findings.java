package entrepot.inventory.retail.server;

import entrepot.inventory.retail.PanelSteps;
import entrepot.inventory.retail.PolicyRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a dry run over all rows found.
 *
 * @param posted  rows that will be posted
 * @param reasons every fate with its rows, adding up to {@code rows}
 * @param panel   the cleaning steps of the demand panel
 * @param policy  how well the declared buying rule serves these sales
 */
public record Findings(
        long rows,
        long posted,
        int items,
        int customers,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Reason> reasons,
        List<PanelSteps.Step> panel,
        PolicyRecord policy,
        double fillRate) {

    /** @param code of what is not kept in stock, else empty; @param amount price times quantity, in the files' currency */
    public record Reason(String fate, String meaning, String code, long rows, long units, BigDecimal amount) {}
}
