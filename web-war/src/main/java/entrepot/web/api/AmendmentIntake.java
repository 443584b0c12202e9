package entrepot.web.api;

import entrepot.inventory.amend.Amendment;
import entrepot.inventory.amend.Correction;
import entrepot.inventory.amend.InvoicePrice;
import entrepot.inventory.amend.LandedCost;
import entrepot.inventory.amend.server.AmendmentDesk;
import entrepot.inventory.exchange.Exchange;
import entrepot.inventory.exchange.ForeignAmount;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Takes in what is learnt later of goods that came or went. */
@ApplicationScoped
public class AmendmentIntake extends ProposedIntake<AmendmentIntake.Body> {

    @EJB
    private AmendmentDesk desk;

    @Inject
    private DocumentFields documents;

    /** What somebody says of a posting, as it was typed. */
    public sealed interface Body permits LandedCostBody, InvoicePriceBody, CorrectionBody {}

    /** @param receipts postings that goods came in with; @param lines by FIXED: what each bears; @param rate left out: the latest on or before the day */
    public record LandedCostBody(List<String> receipts, String amount, String by, List<FixedPart> lines, String currency, String rate,
            String businessDate, String reference, String reason) implements Body {}

    /** @param line of the receipt, from 0 */
    public record FixedPart(String receipt, Integer line, String amount) {}

    /** @param receipt the posting that the goods came in with */
    public record InvoicePriceBody(
            String receipt, List<PriceLine> lines, String currency, String businessDate, String reference, String reason) implements Body {}

    /** @param line of the receipt, from 0 */
    public record PriceLine(Integer line, String unitCost) {}

    /** @param posting whose lines were written wrong */
    public record CorrectionBody(
            String posting, List<CorrectionLine> lines, String businessDate, String reference, String reason) implements Body {}

    /** @param quantity what it really was, from 0; @param pieces of catch-weight goods likewise */
    public record CorrectionLine(Integer line, String quantity, Long pieces) {

        public CorrectionLine(Integer line, String quantity) {
            this(line, quantity, null);
        }
    }

    /** Each has its own door at the desk, for each has its own roles. */
    @Override
    Proposed read(String key, Body body) {
        if (DocumentFields.body(body) instanceof LandedCostBody charge) {
            LandedCost cost = read(key, charge);
            return new Proposed(() -> desk.post(cost), () -> desk.preview(cost));
        }
        if (body instanceof InvoicePriceBody invoice) {
            InvoicePrice price = read(key, invoice);
            return new Proposed(() -> desk.post(price), () -> desk.preview(price));
        }
        Correction correction = read(key, (CorrectionBody) body);
        return new Proposed(() -> desk.post(correction), () -> desk.preview(correction));
    }

    private LandedCost read(String key, LandedCostBody body) {
        Fields fields = new Fields();
        Amendment head = documents.amendment(fields, key, "LANDED-COST", body, body.businessDate(), body.reference(), body.reason());
        LandedCost.By by = fields.oneOfIfGiven("/by", body.by(), LandedCost.By.class, LandedCost.By.VALUE);
        Exchange exchange = documents.exchange(fields, body.currency(), body.rate(), head.day());
        if (by == LandedCost.By.FIXED) {
            return fixed(fields, head, body, exchange);
        }
        if (body.lines() != null) {
            fields.refuse("/lines", "unused", "say what each line bears only where it is split by FIXED");
        }
        List<UUID> receipts = new ArrayList<>();
        List<String> given = DocumentFields.some(fields, "/receipts", body.receipts());
        for (int number = 0; number < given.size(); number++) {
            receipts.add(fields.uuid("/receipts/" + number, given.get(number)));
        }
        Money amount = fields.money("/amount", body.amount(), exchange.of());
        fields.check();
        return new LandedCost(head, receipts.stream().distinct().toList(), exchange.inBook(amount), by, List.of(), foreign(exchange, amount));
    }

    private static ForeignAmount foreign(Exchange exchange, Money amount) {
        return exchange.isForeign() ? new ForeignAmount(ForeignAmount.DOCUMENT, exchange, null, amount) : null;
    }

    /** The amount is the sum of the lines; where it is said too, it must be. */
    private static LandedCost fixed(Fields fields, Amendment head, LandedCostBody body, Exchange exchange) {
        List<UUID> receipts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<Money> amounts = new ArrayList<>();
        for (FixedPart part : DocumentFields.some(fields, "/lines", body.lines())) {
            String at = "/lines/" + lines.size();
            receipts.add(fields.uuid(at + "/receipt", part.receipt()));
            amounts.add(fields.money(at + "/amount", part.amount(), exchange.of()));
            lines.add(line(fields, lines.size(), part.line()));
        }
        Money said = fields.moneyIfGiven("/amount", body.amount(), exchange.of());
        fields.check();
        Money sum = amounts.stream().reduce(Money.zero(exchange.of()), Money::plus);
        if (said != null && !said.equals(sum)) {
            fields.refuse("/amount", "differs", "is " + said + ", the lines come to " + sum);
        }
        fields.check();
        List<Money> booked = exchange.inBook(amounts);
        List<LandedCost.Part> parts = IntStream.range(0, lines.size())
                .mapToObj(place -> new LandedCost.Part(receipts.get(place), lines.get(place), booked.get(place))).toList();
        return new LandedCost(head, receipts.stream().distinct().toList(), exchange.inBook(sum), LandedCost.By.FIXED, parts, foreign(exchange, sum));
    }

    private InvoicePrice read(String key, InvoicePriceBody body) {
        Fields fields = new Fields();
        Amendment head = documents.amendment(fields, key, "INVOICE-PRICE", body, body.businessDate(), body.reference(), body.reason());
        documents.currency(fields, body.currency());
        UUID receipt = fields.uuid("/receipt", body.receipt());
        List<InvoicePrice.Line> lines = new ArrayList<>();
        List<PriceLine> given = DocumentFields.some(fields, "/lines", body.lines());
        for (int number = 0; number < given.size(); number++) {
            String at = "/lines/" + number + "/unitCost";
            BigDecimal unitCost = fields.decimal(at, given.get(number).unitCost(), 6);
            if (unitCost != null && unitCost.signum() < 0) {
                fields.refuse(at, "range", "must not be negative");
            }
            lines.add(new InvoicePrice.Line(line(fields, number, given.get(number).line()), unitCost));
        }
        fields.check();
        return new InvoicePrice(head, receipt, lines);
    }

    private Correction read(String key, CorrectionBody body) {
        Fields fields = new Fields();
        Amendment head = documents.amendment(fields, key, "CORRECTION", body, body.businessDate(), body.reference(), body.reason());
        UUID posting = fields.uuid("/posting", body.posting());
        List<Correction.Line> lines = new ArrayList<>();
        List<CorrectionLine> given = DocumentFields.some(fields, "/lines", body.lines());
        for (int number = 0; number < given.size(); number++) {
            String at = "/lines/" + number + "/quantity";
            Quantity actual = fields.quantity(at, given.get(number).quantity());
            if (actual != null && !actual.isPositive() && !actual.isZero()) {
                fields.refuse(at, "range", "must not be negative: give what it really was, whether it came or left");
            }
            lines.add(new Correction.Line(line(fields, number, given.get(number).line()), actual, given.get(number).pieces()));
        }
        fields.check();
        return new Correction(head, posting, lines);
    }

    private static int line(Fields fields, int number, Integer line) {
        if (line == null || line < 0) {
            fields.refuse("/lines/" + number + "/line", "missing", "names a line of the posting, from 0");
            return 0;
        }
        return line;
    }
}
