package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.inventory.export.ChartLine;
import entrepot.inventory.export.LedgerEntries;
import entrepot.inventory.export.LedgerFormat;
import entrepot.inventory.export.LedgerRow;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.LateCost;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seeded years, exported: hledger and Beancount accept them, and what their own booking finds is what the book says.
 * {@code laws.seed} repeats a run.
 */
class OtherBooksTest {

    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final Money NOTHING = Money.zero(GBP);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(3));
    private static final int EVENTS = 400;
    private static final BigDecimal HALF_A_PENNY_A_SHELF = new BigDecimal("0.03");

    @TempDir
    private Path folder;

    /** Unit costs in whole pennies, so no rounding stands between the two: each figure is equal. */
    @ParameterizedTest
    @EnumSource(value = CostFlow.class, names = {"FIFO", "LIFO"})
    void beancountsOwnBookingGivesOurStockAndCostOfSales(CostFlow flow) throws IOException, InterruptedException {
        OtherBooks.need("bean-check");
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Shop shop = new Year(seed, flow, true).plain();
            String ledger = export(shop, LedgerFormat.Name.BEANCOUNT, FIRST);
            assertThat(ledger).as("seed " + seed).doesNotContainPattern("(?m)^  \\S+:(Adjust|Short) ");
            String unsaid = ledger.replaceAll("(?m)^(  Expenses:A2) .*$", "$1");
            assertThat(unsaid).as("nobody says what a sale costs").isNotEqualTo(ledger);
            Path file = file("year.beancount", unsaid.replaceAll("(?m)^.* balance Expenses:.*$", ""));
            accepted(OtherBooks.run("bean-check", file.toString()), seed);
            assertThat(beans(file, "account ~ '^Assets:A0'")).as("stock, seed " + seed).isEqualByComparingTo(stock(shop));
            assertThat(beans(file, "account = 'Expenses:A2'")).as("cost of sales, seed " + seed)
                    .isEqualByComparingTo(account(shop, AccountRole.COST_OF_SALES));
        }
    }

    @ParameterizedTest
    @EnumSource(CostFlow.class)
    void beancountAcceptsWhateverHappened(CostFlow flow) throws IOException, InterruptedException {
        OtherBooks.need("bean-check");
        for (long seed = SEED; seed < SEED + 5; seed++) {
            Shop shop = new Year(seed, flow, false).eventful();
            for (LocalDate from : List.of(FIRST, LocalDate.of(2026, 6, 1))) {
                Path file = file("year.beancount", export(shop, LedgerFormat.Name.BEANCOUNT, from));
                accepted(OtherBooks.run("bean-check", file.toString()), seed);
                assertThat(beans(file, "account ~ '^Assets:A0'")).as("stock, seed " + seed).isCloseTo(stock(shop), within(HALF_A_PENNY_A_SHELF));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(CostFlow.class)
    void hledgerAgreesOnWhateverHappened(CostFlow flow) throws IOException, InterruptedException {
        OtherBooks.need("hledger");
        for (long seed = SEED; seed < SEED + 5; seed++) {
            Shop shop = new Year(seed, flow, false).eventful();
            Path file = file("year.journal", export(shop, LedgerFormat.Name.HLEDGER, FIRST));
            accepted(OtherBooks.run("hledger", "check", "-f", file.toString()), seed);
            assertThat(hledger(file, "assets:A0")).as("stock, seed " + seed).isEqualByComparingTo(stock(shop));
            assertThat(hledger(file, "expenses:A2")).as("cost of sales, seed " + seed)
                    .isEqualByComparingTo(account(shop, AccountRole.COST_OF_SALES));
        }
    }

    @Test
    void aWrongCostIsRefused() throws IOException, InterruptedException {
        OtherBooks.need("bean-check");
        Shop shop = new Year(SEED, CostFlow.FIFO, true).plain();
        String ledger = export(shop, LedgerFormat.Name.BEANCOUNT, FIRST).replace("\"FIFO\"", "\"LIFO\"");
        assertThat(OtherBooks.run("bean-check", file("year.beancount", ledger).toString()).text()).contains("does not balance");
    }

    private static void accepted(OtherBooks.Output output, long seed) {
        assertThat(output.text().lines().limit(30).toList()).as("seed " + seed).isEmpty();
        assertThat(output.exitCode()).as("seed " + seed).isZero();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static BigDecimal beans(Path file, String which) throws InterruptedException {
        String answer = OtherBooks.run("bean-query", "-f", "csv", file.toString(),
                "SELECT sum(number(convert(cost(position), 'GBP'))) AS total WHERE " + which).text();
        return new BigDecimal(answer.lines().skip(1).findFirst().orElse("").strip());
    }

    private static BigDecimal hledger(Path file, String account) throws InterruptedException {
        String answer = OtherBooks.run("hledger", "balance", "--cost", "-N", "--depth", "2", "--format", "%(total)", "-f", file.toString(), account).text();
        return answer.isBlank() ? BigDecimal.ZERO : new BigDecimal(answer.strip().split("\\s")[0]);
    }

    // What the book says

    private static BigDecimal stock(Shop shop) {
        return account(shop, AccountRole.INVENTORY);
    }

    private static BigDecimal account(Shop shop, AccountRole role) {
        return shop.trialBalance().of(Shop.account(role)).decimal();
    }

    private static String export(Shop shop, LedgerFormat.Name name, LocalDate from) {
        List<ChartLine> chart = Arrays.stream(AccountRole.values())
                .map(role -> new ChartLine(Shop.account(role).code(), role.name(), kind(role), true)).toList();
        LedgerFormat format = name.format(new LedgerFormat.Period("Shop", from, LAST, shop.posted.size()), chart, NOTHING);
        StringBuilder text = new StringBuilder(format.head());
        LedgerEntries entries = new LedgerEntries(NOTHING, entry -> text.append(format.entry(entry)));
        rows(shop).forEach(entries::add);
        entries.end();
        return text.append(format.end()).toString();
    }

    private static String kind(AccountRole role) {
        return switch (role) {
            case INVENTORY, CASH, RECEIVABLE -> "ASSET";
            case RECEIVED_NOT_INVOICED, TAX, CHARGES_TO_COME -> "LIABILITY";
            case OPENING_EQUITY -> "EQUITY";
            case REVENUE, DISCOUNT -> "INCOME";
            default -> "EXPENSE";
        };
    }

    /** As the database would say it. */
    private static List<LedgerRow> rows(Shop shop) {
        Map<Long, Movement> movements = new HashMap<>();
        Map<Long, Posted> postings = new HashMap<>();
        shop.posted.forEach(posted -> posted.movements().forEach(movement -> {
            movements.put(movement.id(), movement);
            postings.put(movement.id(), posted);
        }));
        List<LedgerRow> rows = new ArrayList<>();
        for (Posted posted : shop.posted) {
            for (JournalLine line : posted.journal().lines()) {
                Movement root = root(movements.get(line.movement()), movements);
                rows.add(row(shop, posted.dateOf(line), line, Quantity.ZERO, root, postings.get(root.id())));
            }
            for (Movement movement : posted.movements()) {
                Movement root = root(movement, movements);
                rows.add(row(shop, movement.step().date(), null, movement.quantity(), root, postings.get(root.id())));
            }
        }
        rows.sort(Comparator.comparing(LedgerRow::day).thenComparing(LedgerRow::seq).thenComparing(LedgerRow::line)
                .thenComparing(LedgerRow::movement));
        return rows;
    }

    private static Movement root(Movement movement, Map<Long, Movement> movements) {
        boolean later = movement.basis() == Basis.CHARGE || movement.basis() == Basis.CORRECTED || movement.basis() == Basis.RECOUNTED;
        return later ? movements.get(movement.source()) : movement;
    }

    private static LedgerRow row(Shop shop, LocalDate day, JournalLine line, Quantity quantity, Movement root, Posted posted) {
        String account = line == null ? null : line.account().code();
        return new LedgerRow(day, posted.seq(), root.line(), account, Shop.account(AccountRole.INVENTORY).code().equals(account),
                line == null ? NOTHING : line.amount(), quantity, posted.request().id(), posted.request().kind(), null, root.id(),
                root.quantity(), root.basis(), root.source(), root.pool(), "L" + root.location().value(), root.item().value(),
                "ITEM-" + root.item().value(), shop.books.setting().policyOf(root.place()).flow(), Shop.account(AccountRole.INVENTORY).code());
    }

    /** What happens in a year, at random. */
    private static final class Year {
        private final Random random;
        private final boolean wholePennies;
        private final Shop shop;

        Year(long seed, CostFlow flow, boolean wholePennies) {
            this.random = new Random(seed);
            this.wholePennies = wholePennies;
            CostPolicy policy = new CostPolicy(flow, AveragePeriod.EVENT, LateCost.REPLAY, !wholePennies, new BigDecimal("4.00"));
            this.shop = new Shop(GBP, true, PLACES, Map.of(new ItemId(1), policy, new ItemId(2), policy));
        }

        /** In the order of days: receipts, sales, transfers, what is used. */
        Shop plain() {
            for (int event = 0; event < EVENTS; event++) {
                post(FIRST.plusDays(event * 364L / EVENTS), random.nextInt(4));
            }
            return shop;
        }

        /** A third is posted late; returns, charges, corrections, counts and revaluations as well. */
        Shop eventful() {
            for (int event = 0; event < EVENTS; event++) {
                LocalDate today = FIRST.plusDays(event * 364L / EVENTS);
                post(random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(event * 364 / EVENTS + 1)) : today, random.nextInt(12));
            }
            return shop;
        }

        private void post(LocalDate day, int what) {
            ItemId item = new ItemId(1 + random.nextInt(2));
            LocationId place = PLACES.get(random.nextInt(3));
            LocationId other = PLACES.get(random.nextInt(3));
            Quantity some = wholePennies ? Quantity.units(1 + random.nextInt(8)) : new Quantity(1 + random.nextInt(8_000_000));
            Money worth = wholePennies
                    ? new Money(some.millionths() / 1_000_000 * (100 + random.nextInt(400)), GBP)
                    : new Money(random.nextInt(4_000), GBP);
            switch (what) {
                case 0, 1, 4 -> post(PostingKind.RECEIPT, day, new StockLine.Receive(item, place, some, worth, AccountRole.RECEIVED_NOT_INVOICED));
                case 2, 5 -> post(PostingKind.SALE, day, new StockLine.Relieve(item, place, some, AccountRole.COST_OF_SALES));
                case 3 -> post(PostingKind.TRANSFER, day, new StockLine.Move(item, place, other, some));
                case 6 -> past(moved -> !moved.quantity().isPositive() && moved.basis() == Basis.FLOW, moved -> post(PostingKind.CUSTOMER_RETURN,
                        later(moved), new StockLine.GiveBack(moved.item(), moved.location(), part(moved), moved.id(), AccountRole.COST_OF_SALES)));
                case 7 -> past(Year::isReceipt, moved -> post(PostingKind.SUPPLIER_RETURN, later(moved), new StockLine.TakeBack(
                        moved.item(), moved.location(), part(moved), moved.id(), ReturnCost.ORIGINAL, AccountRole.RECEIVED_NOT_INVOICED)));
                case 8 -> past(Year::isReceipt, moved -> post(PostingKind.CHARGE, later(moved), new StockLine.Charge(
                        moved.item(), moved.location(), moved.id(), new Money(random.nextInt(900), GBP), AccountRole.CHARGES_TO_COME)));
                case 9 -> past(Year::isReceipt, moved -> post(PostingKind.CORRECTION, later(moved), new StockLine.Correct(
                        moved.item(), moved.location(), moved.id(), some, AccountRole.INVENTORY)));
                case 10 -> post(PostingKind.COUNT, day, new StockLine.Count(item, place, some, null, AccountRole.SHRINKAGE));
                default -> post(PostingKind.REVALUATION, day, new StockLine.Revalue(item, place, new Money(random.nextInt(600) - 200, GBP), AccountRole.REVALUATION));
            }
        }

        private static boolean isReceipt(Movement moved) {
            return moved.basis() == Basis.STATED;
        }

        private static LocalDate later(Movement moved) {
            LocalDate day = moved.step().date().plusDays(20);
            return day.isAfter(LAST) ? LAST : day;
        }

        private Quantity part(Movement moved) {
            return new Quantity(1 + random.nextLong(Math.abs(moved.quantity().millionths())));
        }

        private void past(Predicate<Movement> which, Consumer<Movement> then) {
            List<Movement> all = shop.posted.stream().flatMap(posted -> posted.movements().stream())
                    .filter(moved -> !moved.quantity().isZero()).filter(which).toList();
            if (!all.isEmpty()) {
                then.accept(all.get(random.nextInt(all.size())));
            }
        }

        /** What is refused did not happen. */
        private void post(PostingKind kind, LocalDate day, StockLine line) {
            Books.Attempt attempt = shop.post(kind, day, line);
            if (attempt.accepted()) {
                shop.remember(attempt.posted());
            }
        }
    }
}
