package entrepot.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import entrepot.platform.retry.Retry;
import entrepot.trading.backtest.server.BacktestReport;
import entrepot.trading.backtest.server.BacktestView;
import entrepot.trading.learning.server.ModelRefused;
import entrepot.trading.learning.server.ModelRegistry;
import entrepot.trading.learning.server.ModelState;
import entrepot.trading.learning.server.ModelView;
import entrepot.trading.learning.server.Study;
import entrepot.web.language.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Which models were learned, how good are they, and who stands by them? */
@Named
@RequestScoped
public class ModelPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LIMIT = 100;
    private static final int MOST_FITS = 1_000;

    @Inject
    private ModelRegistry registry;

    @Inject
    private BacktestReport report;

    @Inject
    private BacktestPage backtests;

    @Inject
    private Retry retry;

    @Inject
    private Sent sent;

    @Inject
    private NoteBox notes;

    @Inject
    private Shell shell;

    private String id;
    private String backtest;
    private String after;
    private ModelView shown;
    private JsonNode content;
    private Part<ModelView> all;
    private List<ModelView> fits;

    public void open() {
        UUID asked = Asked.id(id);
        shown = asked == null ? null : registry.find(asked).orElse(null);
        Missing.unless(shown != null);
    }

    public String approve() {
        return decide(ModelState.APPROVED);
    }

    public String retire() {
        return decide(ModelState.RETIRED);
    }

    private String decide(ModelState to) {
        String why = sent.text("note");
        if (why == null || why.length() > 200) {
            notes.bad(Language.here().words().getString("model.why.needed"));
            return null;
        }
        try {
            retry.run(() -> registry.decide(Asked.id(id), to, why));
            notes.good(Language.here().words().getString("model.decided." + to));
            return "model.xhtml?faces-redirect=true&id=" + id;
        } catch (ModelRefused refused) {
            notes.bad(refused.getMessage());
            return null;
        }
    }

    public boolean isApprovable() {
        return decides() && shown.state() == ModelState.CANDIDATE && !shown.model().trainedBy().equals(shell.getUser());
    }

    public boolean isRetirable() {
        return decides() && shown.state() != ModelState.RETIRED;
    }

    private boolean decides() {
        return shown != null && (shell.may("quant") || shell.may("risk"));
    }

    public ModelView getShown() {
        return shown;
    }

    /** @param value the coefficient of the feature in its deviations, or how many questions of the trees ask about it */
    public record Inside(String feature, double value) {}

    /** In the order of the features. */
    public List<Inside> getInside() {
        JsonNode content = content();
        String[] features = shown == null ? new String[0] : shown.model().features().split(",");
        return IntStream.range(0, features.length).mapToObj(at -> new Inside(features[at], isTrees(content) ? asked(content, at)
                : content.path("coefficients").path(at + 1).asDouble())).toList();
    }

    /** So that the line can be broken between two. */
    public String getFeatures() {
        return shown == null ? "" : shown.model().features().replace(",", ", ");
    }

    public boolean isOfTrees() {
        return isTrees(content());
    }

    private JsonNode content() {
        if (content == null) {
            String text = shown == null ? "{}" : registry.content(shown.model().id()).orElse("{}");
            try {
                content = JSON.readTree(text);
            } catch (JsonProcessingException failure) {
                throw new IllegalStateException("model " + id + " is no JSON", failure);
            }
        }
        return content;
    }

    private static boolean isTrees(JsonNode content) {
        return content.has("trees");
    }

    private static int asked(JsonNode content, int feature) {
        int asked = 0;
        for (JsonNode tree : content.path("trees")) {
            for (JsonNode node : tree.path("feature")) {
                asked += node.asInt() == feature ? 1 : 0;
            }
        }
        return asked;
    }

    /** The backtest that it comes from. */
    public BacktestView getSource() {
        return shown == null ? null : report.find(shown.model().backtest()).orElse(null);
    }

    /** Of the backtest that is shown, or that the model shown comes from; null where nothing was learned. */
    public Study getStudy() {
        UUID source = source();
        return source == null ? null : registry.study(source).orElse(null);
    }

    /** All of it, the latest first. */
    public List<ModelView> getFits() {
        if (fits == null) {
            UUID source = source();
            fits = source == null ? List.of() : registry.list(null, source, Long.MAX_VALUE, MOST_FITS);
        }
        return fits;
    }

    private UUID source() {
        return shown != null ? shown.model().backtest() : backtests.getShown() == null ? null : backtests.getShown().id();
    }

    public Part<ModelView> getAll() {
        if (all == null) {
            all = Part.of(registry.list(null, Asked.id(backtest), Asked.key(after, Long.MAX_VALUE), LIMIT + 1), LIMIT, view -> view.model().number());
        }
        return all;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getBacktest() {
        return backtest;
    }

    public void setBacktest(String backtest) {
        this.backtest = backtest;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
