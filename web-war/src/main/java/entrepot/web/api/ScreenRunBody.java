package entrepot.web.api;

import java.time.LocalDate;

/**
 * As of when a screen is asked.
 *
 * @param day     or absent for the last one with bars
 * @param version of the screen, the latest where absent
 */
public record ScreenRunBody(String day, Integer version) {

    /** What is to be asked. @param version 0 for the latest */
    public record Wanted(LocalDate day, int version) {}

    /** @throws ApiProblem with everything that is wrong */
    public Wanted read() {
        Fields fields = new Fields();
        LocalDate asOf = fields.dateIfGiven("/day", day);
        if (asOf != null && (asOf.getYear() < 1900 || asOf.getYear() > 2200)) {
            fields.refuse("/day", "range", "must be from 1900 to 2200, is " + asOf);
        }
        if (version != null && version < 1) {
            fields.refuse("/version", "range", "must be 1 or more, is " + version);
        }
        fields.check();
        return new Wanted(asOf, version == null ? 0 : version);
    }
}
