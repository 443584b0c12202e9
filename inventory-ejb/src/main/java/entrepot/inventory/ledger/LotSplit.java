package entrepot.inventory.ledger;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A line of several lots as one line for each; the value of a receipt is shared by quantity, the last takes the remainder. */
final class LotSplit {

    private LotSplit() {}

    static List<StockLine> of(StockLine line, List<LotPart> parts) {
        List<StockLine> split = new ArrayList<>();
        Quantity done = Quantity.ZERO;
        for (LotPart part : parts) {
            split.add(part(line, part, done));
            done = done.plus(part.quantity());
        }
        return split;
    }

    private static StockLine part(StockLine line, LotPart part, Quantity done) {
        Quantity quantity = part.quantity();
        if (line instanceof StockLine.Receive s) {
            return new StockLine.Receive(s.item(), s.location(), quantity, value(s, quantity, done), s.against());
        }
        if (line instanceof StockLine.Relieve s) {
            return new StockLine.Relieve(s.item(), s.location(), quantity, s.against());
        }
        if (line instanceof StockLine.GiveBack s) {
            return new StockLine.GiveBack(s.item(), s.location(), quantity, named(part, s.movement()), s.against());
        }
        if (line instanceof StockLine.GiveBackUnmatched s) {
            return new StockLine.GiveBackUnmatched(s.item(), s.location(), quantity, s.policy(), s.against());
        }
        if (line instanceof StockLine.TakeBack s) {
            return new StockLine.TakeBack(s.item(), s.location(), quantity, named(part, s.movement()), s.credit(), s.against());
        }
        if (line instanceof StockLine.Move s) {
            return new StockLine.Move(s.item(), s.location(), s.to(), quantity);
        }
        if (line instanceof StockLine.Use s) {
            return new StockLine.Use(s.item(), s.location(), quantity);
        }
        if (line instanceof StockLine.Make s) {
            return made(s, quantity, done);
        }
        if (line instanceof StockLine.Found s) {
            return new StockLine.Found(s.item(), s.location(), quantity, s.against());
        }
        return line;
    }

    private static long named(LotPart part, long otherwise) {
        return part.movement() == null ? otherwise : part.movement();
    }

    /** Of goods that share with others, one lot takes all of the line. */
    private static StockLine made(StockLine.Make line, Quantity quantity, Quantity done) {
        Quantity open = line.quantity().minus(done);
        BigDecimal share = quantity.equals(open) ? line.share() : quantity.decimal().divide(open.decimal(), 6, RoundingMode.HALF_UP);
        return new StockLine.Make(line.item(), line.location(), quantity, share, part(line.beside(), line.quantity(), quantity, done), line.against());
    }

    private static Money value(StockLine.Receive line, Quantity quantity, Quantity done) {
        return part(line.value(), line.quantity(), quantity, done);
    }

    private static Money part(Money value, Quantity whole, Quantity quantity, Quantity done) {
        Money before = value.share(done.millionths(), whole.millionths());
        return value.share(done.plus(quantity).millionths(), whole.millionths()).minus(before);
    }
}
