package entrepot.inventory.sale;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Fulfilment;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.MoneyLine;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A sale with every code found and every line worked out.
 *
 * @param customer row number, or null
 */
public record ResolvedSale(Sale sale, Long customer, LocationId location, Currency currency, List<Line> lines) {

    /**
     * @param returns the movement it brings back, or null
     * @param lots    that it names, each with the movement it brings back where it does
     */
    public record Line(
            ItemId item, Sale.Line asked, BigDecimal unitPrice, String taxCode, LineAmounts amounts, Long returns, List<LotPart> lots) {}

    public ResolvedSale {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return lines.stream().map(line -> line.amounts().total()).reduce(Money.zero(currency), Money::plus);
    }

    /** The tenders as given, or the one they stand for. */
    public List<Sale.Tender> tenders() {
        if (sale.tenders().size() == 1 && sale.tenders().get(0).amount() == null) {
            return List.of(new Sale.Tender(sale.tenders().get(0).kind(), total()));
        }
        if (!sale.tenders().isEmpty()) {
            return sale.tenders();
        }
        var kind = customer == null ? Sale.TenderKind.CASH : Sale.TenderKind.ACCOUNT;
        return List.of(new Sale.Tender(kind, total()));
    }

    public Money tendered() {
        return tenders().stream().map(Sale.Tender::amount).reduce(Money.zero(currency), Money::plus);
    }

    public Command command(String content) {
        var request = new PostingRequest(
                sale.id(),
                sale.isReturn() ? PostingKind.CUSTOMER_RETURN : PostingKind.SALE,
                sale.businessDate(),
                sale.at(),
                sale.reference(),
                sale.reason(),
                sale.source(),
                null,
                lines.stream().map(this::stock).toList(),
                money(),
                lots(),
                PostingRequest.piecesOf(lines, line -> line.asked().pieces()));
        return new Command(request, content, SaleRows.of(this), fulfilments());
    }

    /** With what says which of its lines were sold as one. */
    public Command command(String content, KitSale kits) {
        return command(content).with(kits.rows());
    }

    private List<Fulfilment> fulfilments() {
        return IntStream.range(0, lines.size())
                .filter(number -> lines.get(number).asked().reserved() != null)
                .mapToObj(number -> lines.get(number).asked().reserved().takenBy(number))
                .toList();
    }

    private Map<Integer, List<LotPart>> lots() {
        return IntStream.range(0, lines.size()).boxed().filter(line -> !lines.get(line).lots().isEmpty())
                .collect(Collectors.toMap(line -> line, line -> lines.get(line).lots()));
    }

    private StockLine stock(Line line) {
        var quantity = line.asked().quantity();
        if (!sale.isReturn()) {
            return new StockLine.Relieve(line.item(), location, quantity, AccountRole.COST_OF_SALES);
        }
        return line.returns() == null
                ? new StockLine.GiveBackUnmatched(line.item(), location, quantity, sale.unmatched(), AccountRole.COST_OF_SALES)
                : new StockLine.GiveBack(line.item(), location, quantity, line.returns(), AccountRole.COST_OF_SALES);
    }

    /** Revenue, discount and tax by line, since the category chooses the account; then what is paid. */
    private List<MoneyLine> money() {
        var money = new ArrayList<MoneyLine>();
        for (Line line : lines) {
            LineAmounts amounts = line.amounts();
            money.add(MoneyLine.of(AccountRole.REVENUE, line.item(), signed(amounts.gross()).negated()));
            money.add(MoneyLine.of(AccountRole.DISCOUNT, line.item(), signed(amounts.discount())));
            money.add(MoneyLine.of(AccountRole.TAX, line.item(), signed(amounts.tax()).negated()));
        }
        for (Sale.Tender tender : tenders()) {
            var role = tender.kind() == Sale.TenderKind.ACCOUNT ? AccountRole.RECEIVABLE : AccountRole.CASH;
            money.add(MoneyLine.of(role, signed(tender.amount())));
        }
        return money;
    }

    /** Positive for a sale, negative for a return. */
    Money signed(Money amount) {
        return sale.isReturn() ? amount.negated() : amount;
    }
}
