package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.catalogue.ChartTemplate;
import entrepot.inventory.statement.Flow;
import entrepot.inventory.statement.Periodic;
import entrepot.inventory.statement.RollForward;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.CostingScope;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A posting of every kind there is: each chart has its accounts, and no report loses one. */
class RollForwardOfEveryKindTest {

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final ItemId TEA = new ItemId(1);
    private static final ItemId HAMPER = new ItemId(2);
    private static final ItemId CUP = new ItemId(3);
    private static final LocationId HULL = new LocationId(1);
    private static final LocationId YORK = new LocationId(2);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final Money NOTHING = Money.zero(GBP);

    @ParameterizedTest
    @EnumSource(ChartTemplate.class)
    void everyKindPostsInEveryChart(ChartTemplate template) {
        Set<String> codes = template.lines().stream().map(ChartTemplate.Line::code).collect(Collectors.toSet());
        for (Posted posted : posted(chart(template)).posted) {
            assertThat(posted.journal().lines()).as(posted.request().kind().name()).extracting(line -> line.account().code()).isSubsetOf(codes);
        }
    }

    @Test
    void openingAndEveryKindAreClosing() {
        Shop shop = posted(chart(ChartTemplate.INTERNATIONAL));
        for (LocalDate from : List.of(MARCH, JUNE)) {
            RollForwardLawsTest.check("from " + from, shop, from, JUNE, new Account(ChartTemplate.INTERNATIONAL.roles().get(AccountRole.INVENTORY)));
        }
        assertThat(Arrays.stream(PostingKind.values()).map(kind -> Arrays.stream(Flow.values()).filter(flow -> flow.kinds().contains(kind)).count()))
                .as("each kind has one flow").containsOnly(1L);
    }

    @Test
    void aPeriodicSystemSeesWhatSalesCostAsTheBookDoes() {
        Shop shop = posted(chart(ChartTemplate.INTERNATIONAL));
        Map<ItemId, Map<PostingKind, Periodic.Sum>> sums = new HashMap<>();
        Map<Long, PostingKind> kinds = new HashMap<>();
        for (Posted one : shop.posted) {
            for (Movement moved : one.movements()) {
                kinds.put(moved.id(), kind(one, moved, kinds));
                add(sums, moved.item(), kinds.get(moved.id()), moved.quantity(), NOTHING);
            }
            for (ValueEntry value : one.values()) {
                boolean equity = one.request().kind() == PostingKind.COSTING_CHANGE && value.date().isBefore(value.booked());
                add(sums, value.item(), equity ? PostingKind.COSTING_CHANGE : kinds.get(value.movement()), Quantity.ZERO, value.amount());
            }
        }
        Money perpetual = NOTHING;
        for (Map<PostingKind, Periodic.Sum> ofItem : sums.values()) {
            Periodic.Row row = Periodic.row("", "", CostFlow.FIFO, new RollForward.Cell(Quantity.ZERO, NOTHING), List.copyOf(ofItem.values()),
                    List.of(), NOTHING);
            assertThat(row.periodic()).isEqualTo(row.perpetual().plus(row.unsold()).plus(row.costing()));
            perpetual = perpetual.plus(row.perpetual());
        }
        assertThat(perpetual).isEqualTo(sum(shop, ChartTemplate.INTERNATIONAL.roles().get(AccountRole.COST_OF_SALES)));
    }

    private static void add(Map<ItemId, Map<PostingKind, Periodic.Sum>> sums, ItemId item, PostingKind kind, Quantity quantity, Money value) {
        sums.computeIfAbsent(item, fresh -> new HashMap<>()).merge(kind, new Periodic.Sum(kind, quantity, value),
                (one, other) -> new Periodic.Sum(kind, one.quantity().plus(other.quantity()), one.value().plus(other.value())));
    }

    /** Of the posting, or of the one that it undoes or corrects. */
    private static PostingKind kind(Posted posted, Movement moved, Map<Long, PostingKind> kinds) {
        return moved.basis().undoes() || posted.request().kind() == PostingKind.CORRECTION ? kinds.get(moved.source()) : posted.request().kind();
    }

    private static Money sum(Shop shop, String account) {
        return shop.posted.stream().flatMap(posted -> posted.journal().lines().stream())
                .filter(line -> line.account().code().equals(account)).map(JournalLine::amount).reduce(NOTHING, Money::plus);
    }

    /** One of each, in the order of their names but for what others need. */
    private static Shop posted(ChartOfAccounts chart) {
        Shop shop = new Shop(GBP, true, List.of(HULL, YORK), Map.of(TEA, CostPolicy.of(CostFlow.FIFO), HAMPER, CostPolicy.of(CostFlow.AVERAGE),
                CUP, CostPolicy.of(CostFlow.STANDARD)), chart);
        post(shop, PostingKind.OPENING, receive(10, "20.00", AccountRole.OPENING_EQUITY));
        post(shop, PostingKind.RECEIPT, receive(10, "31.00", AccountRole.RECEIVED_NOT_INVOICED));
        long came = shop.last().movements().get(0).id();
        for (PostingKind kind : PostingKind.values()) {
            if (kind != PostingKind.OPENING && kind != PostingKind.RECEIPT) {
                post(shop, kind, lines(kind, shop, came));
            }
        }
        return shop;
    }

    private static List<StockLine> lines(PostingKind kind, Shop shop, long came) {
        return switch (kind) {
            case OPENING, RECEIPT, CREDIT_NOTE, EXPIRY, CLOSING_RATE -> List.of();
            case SALE, SUPPLIER_RETURN, ISSUE, SCRAP, ADJUSTMENT -> List.of(new StockLine.Relieve(TEA, HULL, Quantity.units(1), kind.against()));
            case CUSTOMER_RETURN -> List.of(new StockLine.GiveBackUnmatched(TEA, HULL, Quantity.units(1), UnmatchedCost.CURRENT, kind.against()));
            case TRANSFER -> List.of(new StockLine.Move(TEA, HULL, YORK, Quantity.units(2)));
            case REVERSAL -> new Reversal(UUID.randomUUID(), JUNE, Shop.NOON, null, null, null).of(shop.last()).stock();
            case ASSEMBLY -> List.of(new StockLine.Use(TEA, HULL, Quantity.units(2)),
                    new StockLine.Make(HAMPER, HULL, Quantity.units(2), null, gbp("1.00"), AccountRole.CONVERSION));
            case DISASSEMBLY -> List.of(new StockLine.Use(HAMPER, HULL, Quantity.units(1)),
                    new StockLine.Make(TEA, HULL, Quantity.units(1), null, NOTHING, AccountRole.CONVERSION));
            case CHARGE, PRICE, INVOICE -> List.of(new StockLine.Charge(TEA, HULL, came, gbp("1.10"), kind.against()));
            case CORRECTION -> List.of(new StockLine.Correct(TEA, HULL, came, Quantity.units(9), kind.against()));
            case COUNT -> List.of(new StockLine.Found(TEA, HULL, Quantity.units(-1), kind.against()));
            case REVALUATION -> List.of(new StockLine.Revalue(TEA, HULL, gbp("-0.50"), kind.against()));
            case STANDARD_COST -> List.of(new StockLine.SetStandard(CUP, HULL, new BigDecimal("2.00"), kind.against()));
            case COSTING_CHANGE -> List.of(new StockLine.ChangeCosting(TEA, HULL, new CostTerms(CostFlow.AVERAGE, AveragePeriod.EVENT),
                    Application.RETROSPECTIVE, kind.against()));
            case SCOPE_CHANGE -> List.of(new StockLine.ChangeScope(TEA, HULL, CostingScope.COMPANY));
        };
    }

    private static List<MoneyLine> money(PostingKind kind) {
        return switch (kind) {
            case SALE -> List.of(MoneyLine.of(AccountRole.CASH, gbp("5.00")), MoneyLine.of(AccountRole.RECEIVABLE, gbp("5.00")),
                    MoneyLine.of(AccountRole.DISCOUNT, gbp("1.00")), MoneyLine.of(AccountRole.REVENUE, gbp("-9.00")), MoneyLine.of(AccountRole.TAX, gbp("-2.00")));
            case INVOICE -> List.of(MoneyLine.of(AccountRole.RECEIVED_NOT_INVOICED, gbp("31.00")), MoneyLine.of(AccountRole.INPUT_TAX, gbp("6.20")),
                    MoneyLine.of(AccountRole.EXCHANGE, gbp("0.30")), MoneyLine.of(AccountRole.PAYABLE, gbp("-37.50")));
            case CREDIT_NOTE -> List.of(MoneyLine.of(AccountRole.PURCHASE_VARIANCE, gbp("0.30")), MoneyLine.of(AccountRole.PAYABLE, gbp("-0.30")));
            case CLOSING_RATE -> List.of(MoneyLine.of(AccountRole.EXCHANGE, gbp("0.40")), MoneyLine.of(AccountRole.PAYABLE, gbp("-0.40")));
            default -> List.of();
        };
    }

    private static void post(Shop shop, PostingKind kind, List<StockLine> lines) {
        LocalDate day = EnumSet.of(PostingKind.COSTING_CHANGE, PostingKind.SCOPE_CHANGE, PostingKind.REVERSAL).contains(kind) ? JUNE : MARCH;
        Books.Attempt attempt = shop.post(new PostingRequest(new UUID(0, shop.posted.size()), kind, day, Shop.NOON, null, null, null, null, lines, money(kind)));
        assertThat(attempt.refusals()).as(kind.name()).isEmpty();
        shop.remember(attempt.posted());
    }

    private static List<StockLine> receive(int units, String worth, AccountRole against) {
        return List.of(new StockLine.Receive(TEA, HULL, Quantity.units(units), gbp(worth), against));
    }

    private static ChartOfAccounts chart(ChartTemplate template) {
        Map<ChartOfAccounts.Key, NavigableMap<LocalDate, Account>> accounts = new HashMap<>();
        Map<AccountRole, Set<Account>> played = new HashMap<>();
        template.roles().forEach((role, code) -> {
            accounts.put(new ChartOfAccounts.Key(role, 0, 0), new TreeMap<>(Map.of(ChartOfAccounts.BEGINNING, new Account(code))));
            played.put(role, Set.of(new Account(code)));
        });
        return new ChartOfAccounts(accounts, played);
    }

    private static Money gbp(String amount) {
        return Money.of(new BigDecimal(amount), GBP);
    }
}
