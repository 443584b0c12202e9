package entrepot.web.page;

import entrepot.platform.retry.Retry;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.screen.SavedScreen;
import entrepot.trading.screen.Screen;
import entrepot.trading.screen.server.ScreenBook;
import entrepot.trading.screen.server.ScreenDesk;
import entrepot.trading.screen.server.ScreenRefused;
import entrepot.trading.screen.server.ScreenReport;
import entrepot.trading.screen.server.ScreenView;
import entrepot.trading.strategy.server.SaveRefused;
import entrepot.web.api.ApiProblem;
import entrepot.web.api.ScreenBody;
import entrepot.web.api.ScreenRunBody;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Which questions do we ask of all instruments, and what was the answer? */
@Named
@RequestScoped
public class ScreenPage {

    private static final int LIMIT = 100;
    private static final int RUNS = 50;

    @Inject
    private ScreenBook book;

    @Inject
    private ScreenDesk desk;

    @Inject
    private ScreenReport report;

    @Inject
    private ScreenForm form;

    @Inject
    private Retry retry;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    private String name;
    private String version;
    private String after;
    private SavedScreen shown;
    private Part<SavedScreen> all;
    private Part<ScreenView> runs;
    private final Map<String, Optional<ScreenView>> last = new HashMap<>();

    public void open() {
        if (Asked.text(name) == null) {
            return;
        }
        shown = book.find(name, asked()).orElse(null);
        Missing.unless(shown != null);
        form.show(shown);
    }

    /** The version in the address, 0 for the latest. */
    private int asked() {
        return (int) Math.min(Integer.MAX_VALUE, Asked.key(version, 0));
    }

    /** Saves the version after the one that stood on the page, or the first of a new name. */
    public String save() {
        int seen = (int) Math.min(Integer.MAX_VALUE, Asked.key(sent.text("seen"), 0));
        try {
            ScreenBody.Wanted wanted = form.body().read(null);
            SavedScreen saved = retry.run(() -> book.save(wanted.name(), seen, wanted.screen(), wanted.nightly(), wanted.note()));
            notes.good(Language.here().text("strategy.saved", saved.name(), saved.version()));
            return at(saved.name());
        } catch (ApiProblem wrong) {
            form.refused(wrong.errors()).forEach(notes::bad);
        } catch (SaveRefused refused) {
            notes.bad(refused.getMessage());
        }
        return null;
    }

    /** The version that is looked at, as of the day in the form, or the last one with bars. */
    public String ask() {
        UUID key = sent.key();
        try {
            ScreenRunBody.Wanted wanted = new ScreenRunBody(sent.text("day"), asked() == 0 ? null : asked()).read();
            retry.run(() -> desk.ask(key, name, wanted.version(), wanted.day()));
            return "screenrun.xhtml?faces-redirect=true&id=" + key;
        } catch (ApiProblem wrong) {
            notes.bad(wrong.getMessage());
        } catch (ScreenRefused refused) {
            notes.bad(refused.getMessage());
        }
        return at(name) + (asked() == 0 ? "" : "&version=" + asked());
    }

    /** What the button says. */
    public String getRunning() {
        return asked() == 0 ? Language.here().words().getString("screen.run") : Language.here().text("screen.run.version", asked());
    }

    private static String at(String screen) {
        return "screen.xhtml?faces-redirect=true&name=" + screen;
    }

    public boolean isNew() {
        return shown == null && Asked.key(sent.text("seen"), 0) == 0;
    }

    /** The latest version when the form was made, also where an earlier one stands in it; 0 of a new name. */
    public String getSeen() {
        return sent.text("seen") != null ? sent.text("seen")
                : shown == null ? "0" : Integer.toString(book.find(shown.name(), 0).orElse(shown).version());
    }

    /** The version that was asked for, or null. */
    public SavedScreen getShown() {
        return shown;
    }

    /** Of the one shown, the latest first. */
    public List<SavedScreen> getVersions() {
        return shown == null ? List.of() : book.versions(shown.name(), Integer.MAX_VALUE, LIMIT);
    }

    /** Of the one shown, the newest first. */
    public Part<ScreenView> getRuns() {
        if (runs == null) {
            runs = shown == null ? new Part<>(List.of(), null)
                    : Part.of(report.list(shown.name(), Asked.key(after, Long.MAX_VALUE), RUNS + 1), RUNS, view -> view.run().number());
        }
        return runs;
    }

    /** The latest version of each. */
    public Part<SavedScreen> getAll() {
        if (all == null) {
            all = Part.of(book.latest(Asked.text(after) == null ? "" : after, LIMIT + 1), LIMIT, SavedScreen::name);
        }
        return all;
    }

    /** Of a screen in the list, or null. */
    public ScreenView last(SavedScreen screen) {
        return last.computeIfAbsent(screen.name(), name -> report.list(name, Long.MAX_VALUE, 1).stream().findFirst()).orElse(null);
    }

    public List<InstrumentKind> getKinds() {
        return List.of(InstrumentKind.values());
    }

    public List<Screen.Order> getOrders() {
        return List.of(Screen.Order.values());
    }

    public String getKey() {
        return UUID.randomUUID().toString();
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
