package entrepot.inventory.sale.server;

import entrepot.inventory.sale.SaleRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads sales back from their rows. */
@ApplicationScoped
public class SaleRecords {

    private record Head(long postingSeq, Long customerId, String channel, long net, long discount, long tax, long total) {}

    private record Line(
            long postingSeq, long movementId, long itemId, long quantity, BigDecimal unitPrice, long gross, long discount,
            long net, long tax, String taxCode) {}

    private record Tender(long postingSeq, int lineNo, String kind, long amount) {}

    /** By the sequence number of the posting; those that are no sales are left out. */
    public Map<Long, SaleRecord> read(Handle handle, Collection<Long> postings) {
        Map<Long, SaleRecord> found = new HashMap<>();
        if (postings.isEmpty()) {
            return found;
        }
        Map<Long, List<SaleRecord.Line>> lines = rows(handle, "SELECT posting_seq, movement_id, item_id, quantity, unit_price,"
                        + " gross, discount, net, tax, tax_code FROM sale_line WHERE posting_seq IN (<seqs>)", postings, Line.class)
                .stream()
                .collect(Collectors.groupingBy(Line::postingSeq, Collectors.mapping(SaleRecords::line, Collectors.toList())));
        Map<Long, List<SaleRecord.Tender>> tenders = rows(handle, "SELECT posting_seq, line_no, kind, amount FROM tender"
                        + " WHERE posting_seq IN (<seqs>) ORDER BY line_no", postings, Tender.class)
                .stream()
                .collect(Collectors.groupingBy(Tender::postingSeq, Collectors.mapping(
                        tender -> new SaleRecord.Tender(tender.lineNo(), tender.kind(), tender.amount()), Collectors.toList())));
        rows(handle, "SELECT posting_seq, customer_id, channel, net, discount, tax, total FROM sale"
                        + " WHERE posting_seq IN (<seqs>)", postings, Head.class)
                .forEach(head -> found.put(head.postingSeq(), new SaleRecord(head.customerId(), head.channel(), head.net(),
                        head.discount(), head.tax(), head.total(), lines.getOrDefault(head.postingSeq(), List.of()),
                        tenders.getOrDefault(head.postingSeq(), List.of()))));
        return found;
    }

    private static SaleRecord.Line line(Line line) {
        return new SaleRecord.Line(line.movementId(), line.itemId(), line.quantity(), line.unitPrice(), line.gross(),
                line.discount(), line.net(), line.tax(), line.taxCode());
    }

    private static <R> List<R> rows(Handle handle, String sql, Collection<Long> postings, Class<R> type) {
        return handle.createQuery(sql).bindList("seqs", List.copyOf(postings)).mapTo(type).list();
    }
}
