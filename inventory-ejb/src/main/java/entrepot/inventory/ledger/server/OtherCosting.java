package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Books;
import entrepot.inventory.ledger.History;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** What an item's movements would be worth by another policy. */
@ApplicationScoped
public class OtherCosting {

    @Inject
    private HistoryReader histories;

    @Inject
    private BookSetting settings;

    /**
     * What a movement is worth by that policy, on a day.
     *
     * @param statutory what the book says it is worth on that day
     * @param against   the account of the other side, or null where that is another movement
     */
    public record Valued(long movement, long location, LocalDate day, Money amount, Money statutory, Account against) {}

    /** As the book has it. */
    public List<Valued> statutory(Handle handle, long item) {
        Books.Setting setting = settings.read(handle, List.of(new ItemId(item)));
        History history = histories.ofItem(handle, item, setting.chart());
        return valued(history, setting, past -> past.worth());
    }

    /** @throws entrepot.inventory.valuation.Unvaluable where it cannot be valued so */
    public List<Valued> of(Handle handle, long item, UnaryOperator<CostPolicy> policy) {
        Set<Long> items = MadeOf.upstream(handle, List.of(item));
        Books.Setting setting = settings.read(handle, items.stream().map(ItemId::new).toList());
        History all = histories.ofItems(handle, items, setting.chart());
        Map<Long, SortedMap<LocalDate, Money>> worths = all.worths(setting.costedBy(policy));
        History history = new History(all.all().stream().filter(past -> past.movement().item().value() == item).toList());
        return valued(history, setting, past -> worths.getOrDefault(past.movement().id(), new TreeMap<>()));
    }

    private interface Worths {
        SortedMap<LocalDate, Money> of(History.Past past);
    }

    private static List<Valued> valued(History history, Books.Setting setting, Worths worths) {
        List<Valued> valued = new ArrayList<>();
        Money zero = Money.zero(setting.currency());
        for (History.Past past : history.all()) {
            SortedMap<LocalDate, Money> other = worths.of(past);
            var days = new TreeSet<>(other.keySet());
            days.addAll(past.worth().keySet());
            for (LocalDate day : days) {
                valued.add(new Valued(past.movement().id(), past.movement().location().value(), day, other.getOrDefault(day, zero),
                        past.worth().getOrDefault(day, zero), against(past, setting)));
            }
        }
        return valued;
    }

    private static Account against(History.Past past, Books.Setting setting) {
        Basis basis = past.movement().basis();
        if (past.against() != null || basis.leadsPair() || basis.followsPair()) {
            return past.against();
        }
        return setting.account(AccountRole.COST_OF_SALES, past.movement(), past.date());
    }
}
