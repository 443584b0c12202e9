package entrepot.trading.basket.server;

import entrepot.trading.basket.BasketResult;
import entrepot.trading.basket.Member;
import entrepot.trading.basket.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * An instrument of a portfolio as its row says: the version of its data, and what it brought in minor units.
 *
 * @param number from 1; @param actions splits and dividends; @param borrow paid for shorts; @param worth of what is held at the end
 */
public record MemberRow(int number, String symbol, int bars, long firstTime, long lastTime, int actions, String dataHash, long bought, long sold, long fees,
        long borrow, long dividends, long splits, long worth) {

    public long profit() {
        return sold - bought - fees - borrow + dividends + splits + worth;
    }

    static List<MemberRow> of(BasketResult found) {
        List<MemberRow> rows = new ArrayList<>();
        for (Part part : found.parts()) {
            Member member = found.universe().member(part.member());
            rows.add(new MemberRow(part.member() + 1, member.symbol(), member.bars().size(), member.bars().time(0), member.bars().time(member.bars().size() - 1),
                    member.actions().size(), member.hash(), part.bought(), part.sold(), part.fees(), part.borrow(), part.dividends(), part.splits(), part.worth()));
        }
        return rows;
    }
}
