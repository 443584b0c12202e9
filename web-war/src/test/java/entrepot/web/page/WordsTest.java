package entrepot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.assembly.BillKind;
import entrepot.inventory.catalogue.PlaceStatus;
import entrepot.inventory.check.ProofLaw;
import entrepot.inventory.count.DifferenceReason;
import entrepot.inventory.invoice.InvoiceStatus;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.ValueEntry;
import entrepot.inventory.promise.ReservationStatus;
import entrepot.inventory.purchasing.OrderStatus;
import entrepot.inventory.statement.Flow;
import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostingScope;
import entrepot.inventory.valuation.Framework;
import entrepot.inventory.valuation.LateCost;
import entrepot.trading.allocation.Construction;
import entrepot.trading.basket.Booking;
import entrepot.trading.basket.Order;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.FillRule;
import entrepot.trading.evidence.Doubt;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowReason;
import entrepot.trading.learning.Feature;
import entrepot.trading.learning.server.ModelState;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.Joining;
import entrepot.trading.market.RollRule;
import entrepot.trading.market.Holidays;
import entrepot.trading.market.server.QualityLine;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Validity;
import entrepot.trading.pair.Ending;
import entrepot.trading.pair.PairRule;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.screen.Answer;
import entrepot.trading.screen.Screen;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Side;
import entrepot.web.api.FlowMappingQuery;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every page speaks both languages, and says nothing that is in neither. */
class WordsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Set<String> NAMES = Set.of("Entre", "pot", "Entrepot");
    private static final Pattern USED = Pattern.compile("words\\['([\\w.]+)']|show\\.text\\('([\\w.]+)'|<part:empty key=\"([\\w.]+)\"");
    private static final Pattern SAID = Pattern.compile("\\s(?:title|alt|placeholder|aria-label|label|hint)=\"([^\"#][^\"]*)\"");
    private static final Pattern ON_A_BUTTON = Pattern.compile("<(?:input type=\"submit\"|h:commandButton)[^>]*\\svalue=\"([^\"#][^\"]*)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** What pages call by {@code show.word}, which shows the bare code of what has no name. */
    private static final Map<String, Enum<?>[]> CHOICES = Map.ofEntries(
            Map.entry("kind", PostingKind.values()), Map.entry("accountrole", AccountRole.values()), Map.entry("bill.kind", BillKind.values()),
            Map.entry("place.status", PlaceStatus.values()), Map.entry("costing", CostFlow.values()), Map.entry("period", AveragePeriod.values()),
            Map.entry("latecost", LateCost.values()), Map.entry("scope", CostingScope.values()), Map.entry("entry", ValueEntry.Kind.values()), Map.entry("law", ProofLaw.values()),
            Map.entry("order.status", OrderStatus.values()), Map.entry("reservation.status", ReservationStatus.values()),
            Map.entry("countreason", DifferenceReason.values()), Map.entry("flow", Flow.values()), Map.entry("framework", Framework.values()),
            Map.entry("application", Application.values()),
            Map.entry("orderkind", OrderKind.values()), Map.entry("validity", Validity.values()), Map.entry("orderstate", OrderState.values()),
            Map.entry("orderreason", OrderReason.values()), Map.entry("fillrule", FillRule.values()), Map.entry("builtin", BuiltIn.values()),
            Map.entry("side", Side.values()), Map.entry("feature", Feature.values()), Map.entry("model.state", ModelState.values()), Map.entry("pair.method", PairRule.Method.values()), Map.entry("making.model", MakingRule.Model.values()), Map.entry("parent.side", ParentOrder.Side.values()), Map.entry("evidence.doubt", Doubt.values()), Map.entry("pair.ending", Ending.values()), Map.entry("rulekind", RuleKind.values()), Map.entry("construction", Construction.values()),
            Map.entry("basket.state", Order.State.values()), Map.entry("basket.booking", Booking.Kind.values()), Map.entry("invoice.status", InvoiceStatus.values()),
            Map.entry("screen.outcome", Answer.Outcome.values()), Map.entry("screen.reason", Answer.Reason.values()), Map.entry("screen.order", Screen.Order.values()),
            Map.entry("flows.kind", FlowKind.values()), Map.entry("flows.reason", FlowReason.values()), Map.entry("flows.layout", FlowMappingQuery.Layout.values()),
            Map.entry("calendar.holidays", Holidays.values()), Map.entry("marketquality.fault", QualityLine.Fault.values()),
            Map.entry("instrument.joined", Joining.values()), Map.entry("instrument.rollby", RollRule.RollBy.values()));

    private final Properties english = read("words.properties");
    private final Properties german = read("words_de.properties");

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    }

    @Test
    void bothLanguagesFillInTheSame() {
        List<String> differ = english.stringPropertyNames().stream().sorted()
                .filter(key -> german.containsKey(key))
                .filter(key -> !placeholders(english.getProperty(key)).equals(placeholders(german.getProperty(key))))
                .toList();
        assertThat(differ).isEmpty();
    }

    @Test
    void noTranslationIsEmpty() {
        assertThat(german.stringPropertyNames()).allSatisfy(key -> assertThat(german.getProperty(key)).as(key).isNotBlank());
    }

    @Test
    void everyWordThatAPageAsksForIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            Matcher used = USED.matcher(Files.readString(page));
            while (used.find()) {
                String key = used.group(1) == null ? used.group(2) == null ? used.group(3) : used.group(2) : used.group(1);
                List<String> asked = used.group(3) == null ? List.of(key) : List.of(key, key + ".next");
                asked.stream().filter(one -> !english.containsKey(one)).forEach(one -> missing.add(page.getFileName() + ": " + one));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyChoiceHasAName() {
        List<String> missing = new ArrayList<>();
        CHOICES.forEach((family, choices) -> Stream.of(choices).map(choice -> family + '.' + choice)
                .filter(key -> !english.containsKey(key)).forEach(missing::add));
        assertThat(missing).isEmpty();
    }

    @Test
    void everySettingOfABuiltInStrategyHasAName() {
        assertThat(BuiltIn.values()).filteredOn(one -> one != BuiltIn.CROSSOVER).allSatisfy(one -> assertThat(one.parameters())
                .allSatisfy(setting -> assertThat(english).containsKey("builtin." + one + '.' + setting.name())));
        assertThat(RuleKind.values()).allSatisfy(one -> assertThat(one.parameters())
                .allSatisfy(setting -> assertThat(english).containsKey("builtin." + one + '.' + setting.name())));
        assertThat(Plan.PARAMETERS).allSatisfy(setting -> assertThat(english).containsKey("basket.plan." + setting.name()));
        assertThat(RuleKind.values()).allSatisfy(one -> assertThat(one.parameters()).filteredOn(setting -> one != RuleKind.CROSSOVER)
                .allSatisfy(setting -> setting.choices().forEach(choice -> assertThat(english).containsKey(setting.name() + '.' + choice))));
        assertThat(BuiltIn.values()).allSatisfy(one -> assertThat(one.parameters()).filteredOn(setting -> one != BuiltIn.CROSSOVER)
                .allSatisfy(setting -> setting.choices().forEach(choice -> assertThat(english).containsKey(setting.name() + '.' + choice))));
        assertThat(PairRule.PARAMETERS).allSatisfy(setting -> assertThat(english).containsKey("builtin.PAIR." + setting.name()));
        assertThat(MakingRule.PARAMETERS).allSatisfy(setting -> assertThat(english).containsKey("builtin.MARKET_MAKING." + setting.name()));
        assertThat(ParentOrder.PARAMETERS).allSatisfy(setting -> assertThat(english).containsKey("builtin.PARENT_ORDER." + setting.name()));
        assertThat(ReplayPlan.PARAMETERS).allSatisfy(setting -> assertThat(english).containsKey("replay." + setting.name()));
        assertThat(Execution.PARAMETERS).allSatisfy(setting -> {
            assertThat(english).containsKey("execution." + setting.name());
            assertThat(setting.choices()).allSatisfy(choice -> assertThat(english).containsKey("execution." + setting.name() + '.' + choice));
        });
    }

    @Test
    void noPageSaysWordsOfItsOwn() throws IOException {
        List<String> own = new ArrayList<>();
        for (Path page : pages()) {
            words(Files.readString(page)).forEach(word -> own.add(page.getFileName() + ": " + word));
        }
        assertThat(own).isEmpty();
    }

    @Test
    void aWordInAPageIsFound() {
        assertThat(words("<p class=\"x\">#{words['a.b']} Hello</p><kbd>Ctrl</kbd>")).containsExactly("Hello");
        assertThat(words("<input name=\"q\" title=\"Find it\" value=\"old\"/>")).containsExactly("Find", "it");
        assertThat(words("<input type=\"submit\" class=\"primary\" value=\"Go\"/>")).containsExactly("Go");
    }

    /** Outside of tags and expressions, and in attributes that are read out; not keys, code, and forms like dd/MM/yyyy. */
    private static Set<String> words(String page) {
        String bare = page.replaceAll("(?s)<!--.*?-->|<!DOCTYPE[^>]*>|<\\?xml[^>]*>|<kbd>.*?</kbd>|<code>.*?</code>|<cc:interface>.*?</cc:interface>|placeholder=\"\\w+/[\\w/]+\"", " ");
        StringBuilder text = new StringBuilder(bare.replaceAll("#\\{[^}]*}", " ").replaceAll("(?s)<[^>]*>", " ").replaceAll("&\\w+;", " "));
        for (Pattern said : List.of(SAID, ON_A_BUTTON)) {
            said.matcher(bare).results().forEach(found -> text.append(' ').append(found.group(1)));
        }
        Set<String> words = new TreeSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        words.removeAll(NAMES);
        return words;
    }

    private static Set<String> placeholders(String text) {
        Set<String> all = new TreeSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            all.add(placeholder.group(1));
        }
        return all;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
        }
    }

    private static Properties read(String name) {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(WordsTest.class.getResourceAsStream("/entrepot/web/page/" + name), StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return words;
    }
}
