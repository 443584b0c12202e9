package entrepot.web.api;

import entrepot.inventory.catalogue.UploadLine;
import entrepot.inventory.catalogue.UploadReport;
import entrepot.inventory.catalogue.server.ItemDesk;
import entrepot.platform.retry.Retry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Hands an upload to the desk; where bad rows keep all from being written, that is a problem with every bad row in it. */
@RequestScoped
public class ItemUpload {

    /** What becomes of the good rows where others are bad. */
    enum Mode {
        all,
        good
    }

    @EJB
    private ItemDesk desk;

    @Inject
    private Retry retry;

    UploadReport post(List<UploadLine> lines, String mode, boolean dryRun) {
        var fields = new Fields();
        Mode asked = fields.oneOfIfGiven("?mode", mode, Mode.class, Mode.all);
        fields.check();
        UploadReport report = retry.run(() -> desk.upload(lines, asked == Mode.good, dryRun));
        if (report.bad() > 0 && asked == Mode.all && !dryRun) {
            throw new ApiProblem(422, "bad-rows", report.bad() + " of " + report.rows() + " rows are bad; nothing was written",
                    report.flaws().stream().map(ItemUpload::error).toList());
        }
        return report;
    }

    private static ApiProblem.FieldError error(UploadReport.RowFlaw flaw) {
        return new ApiProblem.FieldError("/" + flaw.line() + (flaw.field().isEmpty() ? "" : "/" + flaw.field()), flaw.code(), flaw.detail());
    }
}
