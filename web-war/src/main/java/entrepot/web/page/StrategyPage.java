package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.server.SaveRefused;
import entrepot.trading.strategy.server.StrategyBook;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.StrategyBody;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** What does this strategy say, what did it say before, and what shall it say next? */
@Named
@RequestScoped
public class StrategyPage {

    private static final int LIMIT = 100;
    private static final String PARAMETERS = "parameters";
    private static final List<String> RULES = List.of("entry", "exit", "shortEntry", "shortExit", PARAMETERS);

    @Inject
    private StrategyBook book;

    @Inject
    private Retry retry;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    private String name;
    private String version;
    private String after;
    private SavedStrategy shown;
    private Part<SavedStrategy> all;
    private List<ApiProblem.FieldError> faults = List.of();

    public void open() {
        if (Asked.text(name) == null) {
            return;
        }
        shown = book.find(name, (int) Math.min(Integer.MAX_VALUE, Asked.key(version, 0))).orElse(null);
        Missing.unless(shown != null);
    }

    /** Saves the version after the one that stood on the page, or the first of a new name. */
    public String save() {
        String called = sent.text("name");
        int seen = (int) Math.min(Integer.MAX_VALUE, Asked.key(sent.text("seen"), 0));
        try {
            StrategyBody.Wanted wanted = new StrategyBody(called, sent.text("entry"), sent.text("exit"), sent.text("shortEntry"),
                    sent.text("shortExit"), sent.text(PARAMETERS), sent.text("note")).read(null);
            SavedStrategy saved = retry.run(() -> book.save(wanted.name(), seen, wanted.rule(), wanted.note()));
            notes.good(Language.here().text("strategy.saved", saved.name(), saved.version()));
            return "strategy.xhtml?faces-redirect=true&name=" + saved.name();
        } catch (ApiProblem wrong) {
            faults = wrong.errors();
            faults.stream().filter(fault -> !RULES.contains(fault.pointer().substring(1)))
                    .forEach(fault -> notes.bad(fault.pointer().substring(1) + " " + fault.detail()));
            if (faults.stream().anyMatch(fault -> RULES.contains(fault.pointer().substring(1)))) {
                notes.bad(Language.here().words().getString("rule.wrong"));
            }
        } catch (SaveRefused refused) {
            notes.bad(refused.getMessage());
        }
        return null;
    }

    // What stands in the form: what was sent, else what is saved

    public boolean isNew() {
        return shown == null && Asked.key(sent.text("seen"), 0) == 0;
    }

    public String getCalled() {
        return sent.text("name") != null ? sent.text("name") : shown == null ? "" : shown.name();
    }

    /** The latest version when the form was made, also where an earlier one stands in it; 0 of a new name. */
    public String getSeen() {
        return sent.text("seen") != null ? sent.text("seen")
                : shown == null ? "0" : Integer.toString(book.find(shown.name(), 0).orElse(shown).version());
    }

    public List<BacktestPage.RuleField> getRules() {
        return RULES.stream().map(rule -> new BacktestPage.RuleField(rule, text(rule), !rule.equals(PARAMETERS), faults.stream()
                .filter(fault -> fault.pointer().equals("/" + rule)).map(ApiProblem.FieldError::detail).toList())).toList();
    }

    private String text(String rule) {
        return sent.text("seen") != null ? Objects.toString(sent.text(rule), "") : shown == null ? "" : SweepForm.part(shown.rule(), rule);
    }

    public String getNote() {
        return Objects.toString(sent.text("note"), "");
    }

    // What is shown

    /** The version that was asked for, or null. */
    public SavedStrategy getShown() {
        return shown;
    }

    /** Of the one shown, the latest first. */
    public List<SavedStrategy> getVersions() {
        return shown == null ? List.of() : book.versions(shown.name(), Integer.MAX_VALUE, LIMIT);
    }

    /** The latest version of each. */
    public Part<SavedStrategy> getAll() {
        if (all == null) {
            all = Part.of(book.latest(Objects.toString(Asked.text(after), ""), LIMIT + 1), LIMIT, SavedStrategy::name);
        }
        return all;
    }

    /** What it enters on, for a list. */
    public String entry(RuleStrategy rule) {
        return rule.entry() == null ? rule.shortEntry() : rule.entry();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
