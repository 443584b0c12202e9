package entrepot.trading.market.server;

import entrepot.trading.flow.FlowReason;
import java.time.LocalDateTime;

/** A row of a file that is not in its series. @param line of its file; @param decidedAt null while it is held, as the following */
public record HeldFlow(long id, long line, FlowReason reason, String detail, String text, LocalDateTime heldAt, HeldStatus status, LocalDateTime decidedAt,
        String decidedBy, String note) {}
