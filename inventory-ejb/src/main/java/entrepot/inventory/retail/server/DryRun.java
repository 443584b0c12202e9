package entrepot.inventory.retail.server;

import entrepot.inventory.retail.Buying;
import entrepot.inventory.retail.DemandPanel;
import entrepot.inventory.retail.Fate;
import entrepot.inventory.retail.PanelSteps;
import entrepot.inventory.retail.RetailPlan;
import entrepot.inventory.retail.RetailSurvey;
import entrepot.inventory.retail.RowAccount;
import entrepot.inventory.retail.SortedRow;
import entrepot.platform.job.JobRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through all rows twice, once to survey and once to plan, and writes down what would become of each. */
@ApplicationScoped
public class DryRun {

    private static final int GROUP = 2000;

    @Inject
    private ImportTable table;

    void over(ImportJob.Source source) throws IOException {
        JobRun run = source.run();
        ImportBatch batch = source.batch();
        table.forget(batch.id());
        RetailSurvey survey = new RetailSurvey(Buying.DECLARED);
        DemandPanel panel = new DemandPanel();
        long[] rows = new long[2];
        run.log("dry run: surveying " + String.join(", ", source.files().names()));
        source.forEachDay(day -> {
            survey.add(day);
            panel.add(day);
            rows[0] += day.rows().size();
            run.progress(rows[0] / 2, 0);
        });
        run.log("dry run: " + rows[0] + " rows; planning their documents");
        RetailPlan plan = new RetailPlan(source.documents(), survey);
        RowAccount account = new RowAccount();
        List<Rejection> rejected = new ArrayList<>();
        source.forEachDay(day -> {
            for (SortedRow row : plan.plan(day).rows()) {
                account.add(row);
                if (!row.fate().isPosted()) {
                    rejected.add(rejection(source, row));
                }
            }
            if (rejected.size() >= GROUP) {
                table.reject(batch.id(), rejected);
                rejected.clear();
            }
            rows[1] += day.rows().size();
            run.progress((rows[0] + rows[1]) / 2, rows[0]);
        });
        if (!rejected.isEmpty()) {
            table.reject(batch.id(), rejected);
        }
        Findings findings = findings(survey, panel, account, plan);
        table.reasons(batch.id(), findings.reasons());
        table.found(batch.id(), Texts.write(findings));
        run.outcome(findings);
        run.log("dry run: " + findings.posted() + " of " + findings.rows() + " rows will be posted, "
                + (findings.rows() - findings.posted()) + " are rejected with their reasons");
    }

    private static Rejection rejection(ImportJob.Source source, SortedRow row) {
        return new Rejection(row.line().file(), row.line().number(), source.files().names().get(row.line().file()),
                row.fate().name(), row.reason(), row.text());
    }

    private static Findings findings(RetailSurvey survey, DemandPanel panel, RowAccount account, RetailPlan plan) {
        List<Findings.Reason> reasons = new ArrayList<>();
        for (RowAccount.Entry entry : account.entries()) {
            if (entry.fate() == Fate.NOT_A_STOCK_ITEM) {
                account.codes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(code -> reasons.add(reason(entry.fate(), code.getKey(), code.getValue())));
            } else {
                reasons.add(reason(entry.fate(), "", entry.sum()));
            }
        }
        return new Findings(account.rows(), account.posted(), survey.items().size(), survey.customers().size(),
                survey.firstDay(), survey.lastDay(), reasons, PanelSteps.of(panel), plan.policy(), plan.policy().fillRate());
    }

    private static Findings.Reason reason(Fate fate, String code, RowAccount.Sum sum) {
        return new Findings.Reason(fate.name(), fate.meaning(), code, sum.rows(), sum.units(), sum.amount().decimal());
    }
}
