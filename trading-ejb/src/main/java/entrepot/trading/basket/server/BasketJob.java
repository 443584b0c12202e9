package entrepot.trading.basket.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.BasketRun;
import entrepot.trading.basket.Member;
import entrepot.trading.basket.Universe;
import entrepot.trading.market.server.MarketData;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Runs one portfolio backtest. It begins anew after a crash; what is kept is kept once. */
@ApplicationScoped
public class BasketJob implements JobKind {

    static final String KIND = "portfolio-backtest";

    @Inject
    private BasketTable table;

    @EJB
    private BasketKeeper keeper;

    @EJB
    private MarketData market;

    record Wanted(UUID basket) {}

    record Outcome(String resultHash, int days, int orders, double endValue, double holdValue) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Run a portfolio backtest";
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant");
    }

    @Override
    public void run(JobRun run) {
        BasketRow row = table.find(run.parameters(Wanted.class).basket()).orElseThrow();
        BasketExperiment asked = row.experiment();
        Universe universe = universe(asked);
        run.log(universe.days() + " days of " + String.join(", ", asked.symbols()) + "; " + asked.words() + "; " + asked.terms().words());
        Currency currency = Currency.getInstance(market.instrument(asked.symbols().get(0)).orElseThrow().currency());
        BasketRun.Found found = new BasketRun(asked, universe, currency).run(day -> {
            run.progress(day, universe.days());
            return !run.stopAsked();
        });
        if (found == null) {
            return;
        }
        keeper.keep(row, found);
        run.progress(universe.days(), universe.days());
        double[] equity = found.result().equity();
        double[] hold = found.hold().equity();
        run.outcome(new Outcome(found.result().hash(), universe.days(), found.result().orders().size(), equity[equity.length - 1], hold[hold.length - 1]));
    }

    private Universe universe(BasketExperiment asked) {
        List<Member> members = asked.symbols().stream()
                .map(symbol -> new Member(symbol, market.bars(symbol, asked.fromDay(), asked.toDay(), null), market.actions(symbol))).toList();
        List<String> empty = members.stream().filter(member -> member.bars().size() == 0).map(Member::symbol).toList();
        if (!empty.isEmpty()) {
            throw new IllegalStateException("no daily bars in that time of " + String.join(", ", empty) + "; bring them in, leave them out, or ask for other days");
        }
        Universe universe = Universe.of(members);
        if (universe.days() < 2) {
            throw new IllegalStateException(universe.days() + " day in that time; a portfolio backtest needs 2 or more");
        }
        return universe;
    }
}
