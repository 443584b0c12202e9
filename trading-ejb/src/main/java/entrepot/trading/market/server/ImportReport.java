package entrepot.trading.market.server;

import entrepot.trading.market.HeldBar;
import entrepot.trading.market.QuarantineReason;
import java.util.List;
import java.util.Map;

/**
 * What became of a file; or would become, where nothing was written.
 *
 * @param rows        read; they are those added, unchanged and quarantined
 * @param unchanged   in the series or in the quarantine before
 * @param reasons     how many of each
 * @param gaps        in the series, with the bars of the file
 * @param mapping     which column was taken for what
 * @param written     whether anything was
 * @param held        the first of them
 */
public record ImportReport(long rows, long added, long unchanged, long quarantined, Map<QuarantineReason, Long> reasons, long gaps,
        String mapping, boolean written, List<HeldBar> held) {}
