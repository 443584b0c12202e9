package entrepot.inventory.goods.server;

import entrepot.inventory.exchange.server.ForeignRows;
import entrepot.inventory.goods.GoodsNote;
import entrepot.inventory.goods.ResolvedNote;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Prepared;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.CodeBook;
import entrepot.inventory.ledger.server.DocumentLots;
import entrepot.inventory.ledger.server.ReturnedLots;
import entrepot.kernel.LocationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The codes of a group of notes, read together; finds what a note means, or says all that is wrong with it. */
final class NoteCodes {

    private final Currency currency;
    private final Map<String, CodeBook.Item> items;
    private final Map<String, LocationId> locations;
    private final Map<String, List<CodeBook.EarlierLine>> earlier;
    private final DocumentLots.Found lots;

    NoteCodes(CodeBook codes, DocumentLots documentLots, Currency currency, Collection<GoodsNote> notes) {
        this.currency = currency;
        List<GoodsNote.Line> lines = notes.stream().flatMap(note -> note.lines().stream()).toList();
        items = codes.items(lines.stream().map(GoodsNote.Line::sku).toList());
        locations = codes.locations(
                notes.stream().flatMap(note -> Stream.concat(Stream.of(note.location(), note.to() == null ? "" : note.to()),
                        note.lines().stream().map(GoodsNote.Line::place))).toList());
        earlier = codes.earlierLines(lines.stream().map(GoodsNote.Line::returnOf).toList());
        lots = documentLots.find(notes.stream().flatMap(note -> note.lines().stream().map(line -> ofLots(note.kind(), line))).toList());
    }

    private DocumentLots.Line ofLots(PostingKind kind, GoodsNote.Line line) {
        boolean comes = kind == PostingKind.OPENING || kind == PostingKind.RECEIPT
                || kind == PostingKind.ADJUSTMENT && line.quantity().isPositive();
        return new DocumentLots.Line(items.get(line.sku()), line.quantity(), line.lots(), comes);
    }

    Prepared prepare(GoodsNote note, String content, List<Alongside> alongside) {
        List<Refusal> refusals = new ArrayList<>(ResolvedNote.broken(note));
        try {
            ResolvedNote resolved = resolve(note, refusals);
            return refusals.isEmpty() ? Prepared.of(resolved.command(content, with(note, alongside))) : Prepared.refused(refusals);
        } catch (ArithmeticException overflow) {
            return Prepared.refused(List.of(Refusal.overflow(overflow)));
        }
    }

    private static List<Alongside> with(GoodsNote note, List<Alongside> alongside) {
        return note.exchange() == null ? alongside
                : Stream.concat(alongside.stream(), ForeignRows.of(note.foreign()).stream()).toList();
    }

    private ResolvedNote resolve(GoodsNote note, List<Refusal> refusals) {
        LocationId location = location(note.location(), "unknown-location", refusals);
        LocationId to = note.to() == null ? null : location(note.to(), "unknown-destination", refusals);
        var lines = new ArrayList<ResolvedNote.Line>();
        for (int number = 0; number < note.lines().size(); number++) {
            lines.add(line(note, number, refusals));
        }
        return refusals.isEmpty() ? new ResolvedNote(note, location, to, currency, lines) : null;
    }

    private LocationId location(String code, String problem, List<Refusal> refusals) {
        LocationId location = locations.get(code);
        if (location == null) {
            refusals.add(Refusal.whole(problem, "no location '" + code + "'"));
        }
        return location;
    }

    private ResolvedNote.Line line(GoodsNote note, int number, List<Refusal> refusals) {
        PostingKind kind = note.kind();
        GoodsNote.Line asked = note.lines().get(number);
        CodeBook.Item item = items.get(asked.sku());
        if (item == null) {
            refusals.add(new Refusal(number, "unknown-sku", "no active item '" + asked.sku() + "'"));
        } else if (item.kit()) {
            refusals.add(new Refusal(number, "kit", asked.sku() + " is a kit: its parts are in stock, it is not", "sku"));
        }
        List<CodeBook.EarlierLine> came = earlier.getOrDefault(asked.returnOf() + "/" + asked.returnLine(), List.of());
        boolean known = !came.isEmpty() && came.get(0).sku().equals(asked.sku());
        if (asked.returnOf() != null && !known) {
            refusals.add(new Refusal(number, "unknown-receipt-line", "no posting " + asked.returnOf() + " has '"
                    + asked.sku() + "' on line " + asked.returnLine()));
        }
        List<LotPart> parts = lots.parts(number, ofLots(kind, asked), refusals);
        if (asked.returnOf() != null && known) {
            parts = ReturnedLots.of(number, came, parts, refusals);
        }
        return item == null ? null : new ResolvedNote.Line(item.id(), asked, known ? came.get(0).movement() : null, parts,
                locations.get(asked.place() == null ? note.location() : asked.place()));
    }
}
