package entrepot.inventory.opening.server;

import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.LotPart;
import entrepot.inventory.ledger.PostingOutcome;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.Refusal;
import entrepot.inventory.ledger.server.PostingDesk;
import entrepot.inventory.opening.KnownCodes;
import entrepot.inventory.opening.OpeningBalance;
import entrepot.inventory.opening.OpeningFiles;
import entrepot.inventory.opening.OpeningFinding;
import entrepot.inventory.opening.OpeningFinding.File;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.csv.CsvRefused;
import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads the files of an opening, holds them against each other, and posts them as one document where that is wanted. */
@ApplicationScoped
public class OpeningJob implements JobKind {

    static final String KIND = "opening-balances";
    private static final int STEPS = 4;

    @Inject
    private OpeningTable table;

    @Inject
    private OpeningLots lots;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    @EJB
    private PostingDesk desk;

    /** @param post false: only look */
    public record Wanted(UUID id, boolean post) {}

    /** @param value of the stock, in major units */
    public record Outcome(int stockRows, String value, int findings, boolean posted) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Open the book";
    }

    @Override
    public Set<String> runners() {
        return Set.of("accountant");
    }

    @Override
    public void run(JobRun run) {
        Wanted wanted = run.parameters(Wanted.class);
        OpeningTable.Head head = table.find(wanted.id()).orElseThrow();
        List<OpeningFinding> findings = new ArrayList<>();
        KnownCodes codes = table.codes();
        OpeningBalance balance = read(wanted.id(), codes, findings, run);
        table.opened(wanted.id()).ifPresent(other -> findings.add(new OpeningFinding(File.BOTH, null, "opened-before",
                "the book was opened by import " + other + ": undo its posting first")));
        Map<Integer, List<LotPart>> parts = lots.find(balance.stock(), findings);
        boolean posted = wanted.post() && findings.isEmpty() && post(head, balance, parts, codes, findings, run);
        if (!posted) {
            table.checked(wanted.id(), balance.stock().size(), balance.worth().minor(), findings);
        }
        run.progress(STEPS, STEPS);
        findings.stream().limit(20).forEach(one -> run.log(one.file() + (one.line() == null ? "" : " line " + one.line()) + ": " + one.detail()));
        run.outcome(new Outcome(balance.stock().size(), balance.worth().decimal().toPlainString(), findings.size(), posted));
    }

    private OpeningBalance read(UUID id, KnownCodes codes, List<OpeningFinding> findings, JobRun run) {
        Currency currency = companies.company().currency();
        OpeningTable.Files texts = table.files(id);
        OpeningFiles files = new OpeningFiles(currency, codes, findings);
        run.progress(0, STEPS);
        List<OpeningBalance.Stock> stock = file(File.STOCK, texts.stock(), findings, () -> files.stock(OpeningFiles.stockTable(texts.stock())));
        run.progress(1, STEPS);
        run.log(stock.size() + " lines of stock read");
        List<OpeningBalance.Balance> balances = file(File.TRIAL_BALANCE, texts.trialBalance(), findings,
                () -> files.balances(OpeningFiles.trialTable(texts.trialBalance())));
        OpeningBalance balance = new OpeningBalance(currency, stock, balances);
        findings.addAll(balance.findings(codes));
        run.progress(2, STEPS);
        return balance;
    }

    private static <T> List<T> file(File file, String text, List<OpeningFinding> findings, Supplier<List<T>> read) {
        if (text == null) {
            findings.add(new OpeningFinding(file, null, "missing-file", "the file did not come yet"));
            return List.of();
        }
        try {
            return read.get();
        } catch (CsvRefused refused) {
            findings.add(new OpeningFinding(file, null, refused.code(), refused.getMessage()));
            return List.of();
        }
    }

    private boolean post(
            OpeningTable.Head head, OpeningBalance balance, Map<Integer, List<LotPart>> parts, KnownCodes codes, List<OpeningFinding> findings,
            JobRun run) {
        PostingRequest request = balance.request(head.id(), head.businessDate(), clock.instant(), "asked for by " + run.requestedBy(), codes, parts);
        PostingOutcome outcome = desk.post(new Command(request, "OPENING-IMPORT " + head.id(), List.of()));
        if (outcome instanceof PostingOutcome.Refused refused) {
            refused.refusals().forEach(refusal -> findings.add(finding(refusal, balance)));
            return false;
        }
        table.checked(head.id(), balance.stock().size(), balance.worth().minor(), List.of());
        table.posted(head.id());
        run.log("posted as one document");
        return true;
    }

    private static OpeningFinding finding(Refusal refusal, OpeningBalance balance) {
        Long line = refusal.line() < 0 ? null : balance.stock().get(refusal.line()).line();
        return new OpeningFinding(line == null ? File.BOTH : File.STOCK, line, refusal.code(), refusal.detail());
    }
}
