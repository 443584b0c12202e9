package entrepot.inventory.catalogue;

import java.util.List;

/**
 * A place that holds stock: a site, or a bin of one.
 *
 * @param site         code of the site it belongs to for good, or null: it is one
 * @param status       a name of {@link PlaceStatus}
 * @param customer     code of whom the goods there are sold to alone, where they are consigned; for good
 * @param pickSequence the way through the site: lower first
 * @param group        code of the group that the site is of, or null
 */
public record Location(String code, String name, String site, String status, String zone, Integer pickSequence, Boolean active, String customer, String group)
        implements Entry {

    private static final int LAST = 1_000_000;

    public Location {
        active = Entry.orTrue(active);
        status = status == null ? PlaceStatus.AVAILABLE.name() : status;
        pickSequence = pickSequence == null ? 0 : pickSequence;
    }

    /** Of goods that are at no customer. */
    public Location(String code, String name, String site, String status, String zone, Integer pickSequence, Boolean active) {
        this(code, name, site, status, zone, pickSequence, active, null, null);
    }

    public Location called(String itsCode) {
        return new Location(itsCode, name, site, status, zone, pickSequence, active, customer, group);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 32);
        flaws.name("name", name, 120);
        flaws.oneOf("status", status, PlaceStatus.class);
        flaws.text("zone", zone, 32);
        if (pickSequence < 0 || pickSequence > LAST) {
            flaws.add("pickSequence", "range", "must be 0 to " + LAST + ", is " + pickSequence);
        }
        if (PlaceStatus.CONSIGNED.name().equals(status) != (customer != null)) {
            flaws.add("customer", customer == null ? "missing" : "not-here", customer == null ? "say at which customer it is"
                    : "belongs to a place of status CONSIGNED");
        }
        if (group != null && site != null) {
            flaws.add("group", "not-here", "belongs to a site, not to a place of one");
        }
        return flaws.found();
    }
}
