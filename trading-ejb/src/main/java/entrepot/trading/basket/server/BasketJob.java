package entrepot.trading.basket.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.BasketRun;
import entrepot.trading.basket.Universe;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

    @Inject
    private BasketSource source;

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
        Universe universe = source.universe(asked.symbols(), asked.fromDay(), asked.toDay());
        run.log(universe.days() + " days of " + String.join(", ", asked.symbols()) + "; " + asked.words() + "; " + asked.terms().words());
        BasketRun.Found found = new BasketRun(asked, universe, source.currency(asked.symbols())).run(day -> {
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
}
