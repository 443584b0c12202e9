package entrepot.web.lists;

import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.promise.server.ReservationBoard;
import entrepot.web.page.Asked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** What is kept for whom, as a file. */
@ApplicationScoped
public class PromiseLists implements ListFile.Source {

    @Inject
    private ReservationBoard board;

    @Override
    public List<ListFile> lists() {
        return List.of(new ListFile("reservations", List.of("number", "customer", "reference", "status", "wanted on", "expires at", "priority",
                "lines", "quantity", "held", "awaited", "fulfilled", "made by", "made at"), this::reservations));
    }

    private void reservations(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> board.list(new ReservationBoard.Filter(
                        Asked.oneOf(asked.get("status"), ReservationStatus.class), Asked.text(asked.get("customer")),
                        Asked.text(asked.get("location")), Asked.text(asked.get("sku")), after, limit)),
                ReservationBoard.Reservation::number, row -> new Object[] {row.number(), row.customer(), row.reference(), row.status(),
                        row.wantedOn(), row.expiresAt(), row.priority(), row.lines(), row.quantity(), row.held(), row.awaited(),
                        row.fulfilled(), row.madeBy(), row.madeAt()});
    }
}
