package entrepot.trading.basket;

import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.portfolio.Exact;
import java.util.function.IntToLongFunction;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** What the account must be worth of its positions, long and short alike, to open more and to hold them. */
final class Margin {

    private final Account account;
    private final int members;
    private final long initial;
    private final long lot;

    /** @param share that is asked to open more, half of it to hold; @param lot millionths */
    Margin(Account account, int members, double share, long lot) {
        this.account = account;
        this.members = members;
        this.initial = BrokerTerms.billionths(share);
        this.lot = lot;
    }

    boolean isShort(int day) {
        if (initial == 0) {
            return false;
        }
        long tied = tied(member -> account.worth(member, day));
        return tied > 0 && account.worth(day) < Exact.share(tied, initial / 2, BrokerTerms.WHOLE);
    }

    /** As much of an order as leaves the margin at the prices of this open, slippage and fee paid: all of it, or whole lots. @param units above zero where bought */
    long allowed(int member, int day, long units) {
        if (initial == 0) {
            return units;
        }
        long worth = account.cash() + IntStream.range(0, members).mapToLong(at -> account.worthAtOpen(at, day)).sum();
        long tied = tied(at -> account.worthAtOpen(at, day));
        LongPredicate leaves = some -> leaves(member, day, some, worth, tied);
        if (leaves.test(units)) {
            return units;
        }
        int side = Long.signum(units);
        long least = 0;
        long most = Math.abs(units) / lot;
        while (least < most) {
            long lots = least + (most - least + 1) / 2;
            if (leaves.test(side * lots * lot)) {
                least = lots;
            } else {
                most = lots - 1;
            }
        }
        return side * least * lot;
    }

    /** @param worth of the account at this open; @param tied in positions */
    private boolean leaves(int member, int day, long units, long worth, long tied) {
        long marked = account.value(Exact.price(account.open(member, day)), units);
        long paid = account.value(account.price(member, day, Long.signum(units)), units);
        return worth - Math.abs(paid - marked) - account.fee(paid, units) >= Exact.share(tied + marked, initial, BrokerTerms.WHOLE);
    }

    private long tied(IntToLongFunction worth) {
        return IntStream.range(0, members).mapToLong(worth::applyAsLong).map(Math::abs).sum();
    }
}
