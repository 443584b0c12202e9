package entrepot.inventory.ledger;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What of the stock a group touches is reserved, and which posting may not take it. Only what somebody decides today is
 * refused: what happened on an earlier day, what a count found and what corrects the book is posted all the same.
 */
public final class Reserved {

    /** What becomes of a sale that takes what is reserved for another. */
    public enum Rule { REFUSE, WARN }

    /** A line of a reservation. */
    public record Line(UUID reservation, int number) {

        /** @param line of the posting's request, from 0 */
        public Fulfilment takenBy(int line) {
            return new Fulfilment(line, reservation, number);
        }
    }

    /** What is still to come of a line. @param held part of it that is on hand */
    public record Open(Stock.Place place, Quantity held, Quantity left) {

        private Open after(Quantity taken) {
            return new Open(place, held.minus(Quantity.smaller(taken, held)), left.minus(Quantity.smaller(taken, left)));
        }
    }

    /** What a posting took of a line: what was held for it, and what it still waited for. */
    public record Taken(Posted by, Line line, Stock.Place place, Quantity held, Quantity awaited) {}

    private static final Set<PostingKind> DECIDED =
            EnumSet.of(PostingKind.SALE, PostingKind.ISSUE, PostingKind.TRANSFER, PostingKind.SUPPLIER_RETURN,
                    PostingKind.ASSEMBLY, PostingKind.DISASSEMBLY);

    private final Map<Stock.Place, Quantity> held = new HashMap<>();
    private final Map<Line, Open> lines = new HashMap<>();
    private final List<Taken> taken = new ArrayList<>();
    private Rule rule = Rule.REFUSE;
    private LocalDate today = LocalDate.MIN;

    public void today(LocalDate day) {
        today = day;
    }

    public void hold(Stock.Place site, Quantity reserved, Rule sellReserved) {
        held.put(site, reserved);
        rule = sellReserved;
    }

    public void hold(Line line, Open open) {
        lines.put(line, open);
    }

    List<Refusal> refusals(PostingRequest request, List<Fulfilment> fulfilments, Books books) {
        List<Refusal> refusals = new ArrayList<>();
        notForSale(request, books.setting, refusals);
        fulfilments.forEach(one -> unfit(request, one, books, refusals));
        if (refusals.isEmpty() && rule == Rule.REFUSE && !held.isEmpty() && isDecidedToday(request)) {
            Map<Stock.Place, Quantity> own = own(request, fulfilments);
            taken(request, books.setting).forEach((site, quantity) -> {
                Quantity promised = held.getOrDefault(site, Quantity.ZERO);
                Quantity wanted = quantity.minus(own.getOrDefault(site, Quantity.ZERO));
                if (promised.isPositive() && wanted.isPositive()) {
                    leaveWhatIsPromised(request, site, wanted, promised, books, refusals);
                }
            });
        }
        return refusals;
    }

    private static void leaveWhatIsPromised(
            PostingRequest request, Stock.Place site, Quantity wanted, Quantity promised, Books books, List<Refusal> refusals) {
        Quantity available = books.available(site);
        if (wanted.compareTo(available.minus(promised)) > 0) {
            refusals.add(new Refusal(firstLine(request, site, books.setting), "reserved", "wanted " + wanted + " units of "
                    + books.setting.name(site) + ", on hand " + available + ", of which " + promised + " are reserved"));
        }
    }

    private static void notForSale(PostingRequest request, Books.Setting setting, List<Refusal> refusals) {
        for (int number = 0; number < request.stock().size() && request.kind() == PostingKind.SALE; number++) {
            StockLine line = request.stock().get(number);
            Stock.Place place = new Stock.Place(line.item(), line.location());
            if (!setting.isForSale(place) && !setting.isConsigned(place)) {
                refusals.add(new Refusal(number, "not-for-sale", setting.name(place) + " is not for sale there: release it first"));
            }
        }
    }

    private boolean isDecidedToday(PostingRequest request) {
        return DECIDED.contains(request.kind()) && !request.businessDate().isBefore(today);
    }

    private void unfit(PostingRequest request, Fulfilment one, Books books, List<Refusal> refusals) {
        Open open = lines.get(new Line(one.reservation(), one.reservedLine()));
        StockLine line = request.stock().get(one.line());
        if (open == null) {
            refusals.add(new Refusal(one.line(), "unknown-reservation-line",
                    "no reservation " + one.reservation() + " has a line " + one.reservedLine()));
        } else if (!open.place().equals(site(line, books.setting))) {
            refusals.add(new Refusal(one.line(), "unknown-reservation-line", "line " + one.reservedLine() + " of the reservation is "
                    + "for other goods, or at another place, than " + books.setting.name(site(line, books.setting))));
        } else if (open.left().isZero()) {
            refusals.add(new Refusal(one.line(), "reservation-state", "nothing is left of line " + one.reservedLine()
                    + " of the reservation: it was fulfilled, released or has expired"));
        }
    }

    /** What the request takes of what is held for itself. */
    private Map<Stock.Place, Quantity> own(PostingRequest request, List<Fulfilment> fulfilments) {
        Map<Line, Quantity> asked = new LinkedHashMap<>();
        fulfilments.forEach(one -> asked.merge(new Line(one.reservation(), one.reservedLine()),
                request.stock().get(one.line()).quantity(), Quantity::plus));
        Map<Stock.Place, Quantity> own = new HashMap<>();
        asked.forEach((line, quantity) ->
                own.merge(lines.get(line).place(), Quantity.smaller(quantity, lines.get(line).held()), Quantity::plus));
        return own;
    }

    private static Map<Stock.Place, Quantity> taken(PostingRequest request, Books.Setting setting) {
        Map<Stock.Place, Quantity> taken = new LinkedHashMap<>();
        for (StockLine line : request.stock()) {
            if (line instanceof StockLine.Relieve || line instanceof StockLine.Use || line instanceof StockLine.TakeBack
                    || line instanceof StockLine.Move) {
                take(new Stock.Place(line.item(), line.location()), line.quantity(), setting, taken);
            }
            if (line instanceof StockLine.Move move) {
                take(new Stock.Place(move.item(), move.to()), move.quantity().negated(), setting, taken);
            }
        }
        return taken;
    }

    /** What is not for sale is nobody's yet. */
    private static void take(Stock.Place place, Quantity quantity, Books.Setting setting, Map<Stock.Place, Quantity> taken) {
        if (setting.isForSale(place)) {
            taken.merge(setting.siteOf(place), quantity, Quantity::plus);
        }
    }

    private static int firstLine(PostingRequest request, Stock.Place site, Books.Setting setting) {
        return request.stock().stream().map(line -> site(line, setting)).toList().indexOf(site);
    }

    private static Stock.Place site(StockLine line, Books.Setting setting) {
        return setting.siteOf(new Stock.Place(line.item(), line.location()));
    }

    /** Less is reserved by what a posting took of it. */
    void took(Posted posted, List<Fulfilment> fulfilments) {
        for (Fulfilment one : fulfilments) {
            Line line = new Line(one.reservation(), one.reservedLine());
            Open before = lines.get(line);
            Open after = before.after(posted.request().stock().get(one.line()).quantity());
            Quantity fromHeld = before.held().minus(after.held());
            held.merge(before.place(), fromHeld.negated(), Quantity::plus);
            lines.put(line, after);
            taken.add(new Taken(posted, line, before.place(), fromHeld, before.left().minus(after.left()).minus(fromHeld)));
        }
    }

    /** All that was taken, in the order of the postings. */
    public List<Taken> taken() {
        return List.copyOf(taken);
    }
}
