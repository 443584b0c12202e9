package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import entrepot.inventory.export.ChartLine;
import entrepot.inventory.export.LedgerEntries;
import entrepot.inventory.export.LedgerFormat;
import entrepot.inventory.export.LedgerRow;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
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
    private static final LocalDate FIRST = RandomYear.FIRST;
    private static final LocalDate LAST = RandomYear.LAST;
    private static final BigDecimal HALF_A_PENNY_A_SHELF = new BigDecimal("0.03");

    @TempDir
    private Path folder;

    /** Unit costs in whole pennies, so no rounding stands between the two: each figure is equal. */
    @ParameterizedTest
    @EnumSource(value = CostFlow.class, names = {"FIFO", "LIFO"})
    void beancountsOwnBookingGivesOurStockAndCostOfSales(CostFlow flow) throws IOException, InterruptedException {
        OtherBooks.need("bean-check");
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Shop shop = new RandomYear(seed, flow, true).plain();
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
            Shop shop = new RandomYear(seed, flow, false).eventful();
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
            Shop shop = new RandomYear(seed, flow, false).eventful();
            Path file = file("year.journal", export(shop, LedgerFormat.Name.HLEDGER, FIRST));
            accepted(OtherBooks.run("hledger", "check", "-f", file.toString()), seed);
            assertThat(hledger(file, "assets:A0")).as("stock, seed " + seed).isEqualByComparingTo(stock(shop));
            assertThat(hledger(file, "expenses:A2")).as("cost of sales, seed " + seed)
                    .isEqualByComparingTo(account(shop, AccountRole.COST_OF_SALES));
        }
    }

    /** Assembled, taken apart, undone: in any order. */
    @ParameterizedTest
    @EnumSource(value = CostFlow.class, names = {"FIFO", "LIFO", "AVERAGE"})
    void bothAgreeOnGoodsThatWereMade(CostFlow flow) throws IOException, InterruptedException {
        OtherBooks.need("bean-check");
        OtherBooks.need("hledger");
        for (long seed = SEED; seed < SEED + 2; seed++) {
            Shop shop = AssemblyLawsTest.workshop(seed, flow);
            assertThat(shop.posted).as("seed " + seed).extracting(one -> one.request().kind())
                    .contains(PostingKind.ASSEMBLY, PostingKind.DISASSEMBLY);
            for (LocalDate from : List.of(FIRST, FIRST.plusDays(13))) {
                Path beans = file("made.beancount", export(shop, LedgerFormat.Name.BEANCOUNT, from));
                accepted(OtherBooks.run("bean-check", beans.toString()), seed);
                assertThat(beans(beans, "account ~ '^Assets:A0'")).as("stock, seed " + seed).isCloseTo(stock(shop), within(HALF_A_PENNY_A_SHELF));
            }
            Path file = file("made.journal", export(shop, LedgerFormat.Name.HLEDGER, FIRST));
            accepted(OtherBooks.run("hledger", "check", "-f", file.toString()), seed);
            assertThat(hledger(file, "assets:A0")).as("stock, seed " + seed).isEqualByComparingTo(stock(shop));
            assertThat(hledger(file, "expenses:A2")).as("cost of sales, seed " + seed)
                    .isEqualByComparingTo(account(shop, AccountRole.COST_OF_SALES));
        }
    }

    @Test
    void aWrongCostIsRefused() throws IOException, InterruptedException {
        OtherBooks.need("bean-check");
        Shop shop = new RandomYear(SEED, CostFlow.FIFO, true).plain();
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
}
