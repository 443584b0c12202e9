package entrepot.trading.basket;

import entrepot.kernel.Money;
import entrepot.trading.backtest.Terms;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.FeeSchedule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Cash and positions in raw prices. Money is minor units, units are millionths. */
final class Account {

    private final Universe universe;
    private final Terms terms;
    private final Contract contract;
    private final FeeSchedule fees;
    private final long smallest;
    private final Position[] positions;
    private final int[] nextAction;
    private final List<Booking> bookings = new ArrayList<>();
    private final long start;
    private long cash;

    Account(Universe universe, Terms terms, Currency currency, long lot) {
        this.universe = universe;
        this.terms = terms;
        this.contract = Contract.share("UNIT", currency);
        this.fees = terms.costs().fees(currency);
        this.smallest = Math.min(lot, Exact.UNIT);
        this.positions = new Position[universe.size()];
        this.nextAction = new int[universe.size()];
        this.start = Money.rounded(BigDecimal.valueOf(terms.startCash()), currency).minor();
        this.cash = start;
        for (int member = 0; member < positions.length; member++) {
            positions[member] = new Position(member);
        }
    }

    long start() {
        return start;
    }

    long cash() {
        return cash;
    }

    long units(int member) {
        return positions[member].units();
    }

    Position position(int member) {
        return positions[member];
    }

    List<Booking> bookings() {
        return bookings;
    }

    /** At the last raw close. */
    long worth(int member, int day) {
        return positions[member].units() == 0 ? 0 : contract.value(Exact.price(close(member, day)), positions[member].units());
    }

    long worth(int day) {
        long worth = cash;
        for (int member = 0; member < positions.length; member++) {
            worth += worth(member, day);
        }
        return worth;
    }

    /** At the open, or at the last close where there is none. @return minor units, below 0 of a short */
    long worthAtOpen(int member, int day) {
        return positions[member].units() == 0 || !universe.trades(member, day) ? worth(member, day)
                : contract.value(Exact.price(open(member, day)), positions[member].units());
    }

    double close(int member, int day) {
        return universe.member(member).bars().close(universe.bar(member, day));
    }

    double open(int member, int day) {
        return universe.member(member).bars().open(universe.bar(member, day));
    }

    /** Books the dividends and splits that took effect since the bar before. @return new units for one old */
    double act(int member, int day) {
        Member of = universe.member(member);
        int bar = universe.bar(member, day);
        double ratio = 1;
        for (; nextAction[member] < of.actions().size() && of.actions().get(nextAction[member]).knownOn(Adjustment.dayOf(of.bars().time(bar)));
                nextAction[member]++) {
            CorporateAction action = of.actions().get(nextAction[member]);
            if (bar > 0) {
                book(member, day, action, of.bars().close(bar - 1) / ratio);
                ratio /= action.splitRatio();
            }
        }
        return ratio;
    }

    /** @param close before it */
    private void book(int member, int day, CorporateAction action, double close) {
        long held = positions[member].units();
        if (held != 0 && action.dividendRatio() != 1) {
            long paid = contract.value(Exact.price(close * (1 - action.dividendRatio())), held);
            cash += paid;
            positions[member].dividend(paid);
            bookings.add(new Booking(day, member, Booking.Kind.DIVIDEND, held, held, paid));
        }
        if (held != 0 && action.splitRatio() != 1) {
            long all = Math.round(held / action.splitRatio());
            long whole = all / smallest * smallest;
            long paid = contract.value(Exact.price(close * action.dividendRatio() * action.splitRatio()), all - whole);
            cash += paid;
            positions[member].split(day, whole, paid);
            bookings.add(new Booking(day, member, Booking.Kind.SPLIT, held, whole, paid));
        }
    }

    /** Pays for what is short by its worth at the last close, for each day since the day before. @param rate billionths a year */
    void borrow(int day, long rate) {
        long days = Adjustment.dayOf(universe.time(day)).toEpochDay() - Adjustment.dayOf(universe.time(day - 1)).toEpochDay();
        for (Position position : positions) {
            long held = position.units();
            long paid = held < 0 ? BrokerTerms.overDays(Math.max(0, -worth(position.member(), day - 1)), rate, days) : 0;
            if (paid != 0) {
                cash -= paid;
                position.borrow(paid);
                bookings.add(new Booking(day, position.member(), Booking.Kind.BORROW, held, held, -paid));
            }
        }
    }

    /** Billionths. @param side 1 where bought */
    long price(int member, int day, int side) {
        return Exact.price(terms.costs().fillPrice(open(member, day), side));
    }

    long value(long price, long units) {
        return contract.value(price, Math.abs(units));
    }

    long fee(long value, long units) {
        return units == 0 ? 0 : fees.of(value, units);
    }

    long affordable(long price, long lot) {
        return fees.affordable(contract, price, cash, lot);
    }

    void trade(int member, int day, long units, long value, long fee) {
        cash = Math.subtractExact(cash, (units > 0 ? value : -value) + fee);
        positions[member].trade(day, units, value, fee);
    }
}
