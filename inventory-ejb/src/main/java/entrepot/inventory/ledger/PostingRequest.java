package entrepot.inventory.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One thing that happened, to be posted whole or not at all.
 *
 * @param id           chosen by the client before its first try, so that a retry posts nothing new
 * @param businessDate the day it counts for
 * @param effectiveAt  when it happened in the shop, UTC
 * @param reference    the shop's own document, or null
 * @param reason       why, where the kind asks for one, or null
 * @param source       what made it (import batch, purchase order, job), or null
 * @param reverses     the sequence of the posting this one undoes, or null
 * @param lots         which lots a line of {@code stock} is of, by its place; together they are all of the line
 * @param pieces       how many a line is, where pieces are counted beside what they weigh; positive, or with the sign of a difference
 */
public record PostingRequest(
        UUID id,
        PostingKind kind,
        LocalDate businessDate,
        Instant effectiveAt,
        String reference,
        String reason,
        String source,
        Long reverses,
        List<StockLine> stock,
        List<MoneyLine> money,
        Map<Integer, List<LotPart>> lots,
        Map<Integer, Long> pieces) {

    /** Begins the source of a receipt of what lay here for a supplier. */
    public static final String OF_CONSIGNMENT = "consignment:";

    public PostingRequest {
        effectiveAt = effectiveAt.truncatedTo(ChronoUnit.MICROS);
        stock = List.copyOf(stock);
        money = List.copyOf(money);
        lots = Map.copyOf(lots);
        pieces = Map.copyOf(pieces);
    }

    /** Of goods whose pieces are not counted. */
    public PostingRequest(
            UUID id, PostingKind kind, LocalDate businessDate, Instant effectiveAt, String reference, String reason, String source,
            Long reverses, List<StockLine> stock, List<MoneyLine> money, Map<Integer, List<LotPart>> lots) {
        this(id, kind, businessDate, effectiveAt, reference, reason, source, reverses, stock, money, lots, Map.of());
    }

    /** Of goods that name no lots. */
    public PostingRequest(
            UUID id, PostingKind kind, LocalDate businessDate, Instant effectiveAt, String reference, String reason, String source,
            Long reverses, List<StockLine> stock, List<MoneyLine> money) {
        this(id, kind, businessDate, effectiveAt, reference, reason, source, reverses, stock, money, Map.of(), Map.of());
    }

    /** What some lines say of their pieces, by the place of the line. @param said null where a line says nothing */
    public static <L> Map<Integer, Long> piecesOf(List<L> lines, Function<L, Long> said) {
        Map<Integer, Long> pieces = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            Long its = said.apply(lines.get(line));
            if (its != null) {
                pieces.put(line, its);
            }
        }
        return pieces;
    }

    PostingRequest with(Map<Integer, List<LotPart>> others) {
        return new PostingRequest(id, kind, businessDate, effectiveAt, reference, reason, source, reverses, stock, money, others, pieces);
    }

    /** Whether what it brings is taken of goods that lie here for a supplier. */
    boolean takesTheirs() {
        return source != null && source.startsWith(OF_CONSIGNMENT);
    }

    /** Its lines of a kind. */
    public <L extends StockLine> List<L> all(Class<L> kind) {
        return stock.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Empty where the line names no lot. */
    List<LotPart> lotsOf(int line) {
        return lots.getOrDefault(line, List.of());
    }

    /** The pieces of a line, or of what of it is of one lot; null where they are not counted. */
    Long piecesOf(int line, long lot) {
        return lot == 0 ? pieces.get(line)
                : lotsOf(line).stream().filter(part -> part.lot().id() == lot).findFirst().map(LotPart::pieces).orElse(null);
    }

    /** The site where all its goods move; 0 where they move at several, or none do. */
    long site(Function<Stock.Place, Stock.Place> siteOf) {
        long found = 0;
        for (StockLine line : stock) {
            for (Stock.Place place : line.quantity().isZero() ? List.<Stock.Place>of() : whole(line)) {
                long site = siteOf.apply(place).location().value();
                if (found != 0 && found != site) {
                    return 0;
                }
                found = site;
            }
        }
        return found;
    }

    private static List<Stock.Place> whole(StockLine stock) {
        var first = new Stock.Place(stock.item(), stock.location());
        return stock instanceof StockLine.Move move ? List.of(first, new Stock.Place(move.item(), move.to())) : List.of(first);
    }

    /** Where a line touches stock, lot by lot where it names some. */
    public Stream<Stock.Place> places(int line) {
        StockLine stock = this.stock.get(line);
        return lotsOf(line).isEmpty() ? whole(stock).stream()
                : whole(stock).stream().flatMap(place -> lotsOf(line).stream().map(part -> place.ofLot(part.lot().id())));
    }
}
