package entrepot.inventory.opening;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.NamedLot;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.inventory.opening.OpeningFinding.File;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Stock and trial balance that tie: debits are credits, and each account of stock is worth the stock of its items. Stock
 * comes in against opening equity, and all other accounts go against it too, so that what is left there is what the
 * trial balance says of it.
 */
public record OpeningBalance(Currency currency, List<Stock> stock, List<Balance> balances) {

    /** @param lot that it is of, or null; @param pieces of catch-weight goods, or null */
    public record Stock(long line, KnownCodes.Item item, LocationId location, Quantity quantity, Money value, NamedLot lot, Long pieces) {

        /** Of goods whose pieces are not counted. */
        public Stock(long line, KnownCodes.Item item, LocationId location, Quantity quantity, Money value, NamedLot lot) {
            this(line, item, location, quantity, value, lot, null);
        }
    }

    /** @param amount debit positive */
    public record Balance(long line, Account account, Money amount) {}

    public OpeningBalance {
        stock = List.copyOf(stock);
        balances = List.copyOf(balances);
    }

    public Money worth() {
        return stock.stream().map(Stock::value).reduce(zero(), Money::plus);
    }

    /** @param codes which accounts hold stock. What does not tie is named account by account. */
    public List<OpeningFinding> findings(KnownCodes codes) {
        List<OpeningFinding> findings = new ArrayList<>();
        Money all = balances.stream().map(Balance::amount).reduce(zero(), Money::plus);
        if (!all.isZero()) {
            findings.add(OpeningFinding.of(File.TRIAL_BALANCE, null, "out-of-balance",
                    "debits and credits differ by " + (all.isNegative() ? all.negated() + ", credits are more" : all + ", debits are more")));
        }
        Map<String, Money> held = new TreeMap<>();
        stock.forEach(one -> held.merge(one.item().inventoryAt(one.location()).code(), one.value(), Money::plus));
        Map<String, Balance> said = new TreeMap<>();
        balances.stream().filter(one -> codes.inventory().contains(one.account())).forEach(one -> said.put(one.account().code(), one));
        said.keySet().forEach(code -> held.putIfAbsent(code, zero()));
        held.forEach((code, value) -> {
            Balance balance = said.get(code);
            Money amount = balance == null ? zero() : balance.amount();
            if (!amount.equals(value)) {
                findings.add(OpeningFinding.of(File.BOTH, balance == null ? null : balance.line(), "stock-differs", "account " + code + ": the trial"
                        + " balance says " + amount + ", the stock is worth " + value + ", a difference of " + amount.minus(value)));
            }
        });
        return findings;
    }

    /**
     * @param codes which accounts hold stock: their balance is the stock that comes in
     * @param lots  by the place of the stock that is of them
     */
    public PostingRequest request(
            UUID id, LocalDate day, Instant at, String reason, KnownCodes codes, Map<Integer, List<LotPart>> lots) {
        List<StockLine> lines = stock.stream()
                .map(one -> (StockLine) new StockLine.Receive(one.item().id(), one.location(), one.quantity(), one.value(), AccountRole.OPENING_EQUITY))
                .toList();
        List<MoneyLine> money = new ArrayList<>();
        Money beside = zero();
        for (Balance balance : balances) {
            if (!codes.inventory().contains(balance.account())) {
                money.add(MoneyLine.of(balance.account(), balance.amount()));
                beside = beside.plus(balance.amount());
            }
        }
        money.add(MoneyLine.of(AccountRole.OPENING_EQUITY, beside.negated()));
        return new PostingRequest(id, PostingKind.OPENING, day, at, "Opening balances", reason, "opening-import:" + id, null, lines, money, lots,
                PostingRequest.piecesOf(stock, Stock::pieces));
    }

    private Money zero() {
        return Money.zero(currency);
    }
}
