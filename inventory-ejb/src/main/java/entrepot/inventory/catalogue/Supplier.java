package entrepot.inventory.catalogue;

import java.util.List;

/**
 * Whom goods are bought from.
 *
 * @param email        null where none is known
 * @param leadTimeDays as the supplier states it
 */
public record Supplier(String code, String name, String email, Integer leadTimeDays, Boolean active) implements Entry {

    private static final int LONGEST_LEAD_TIME = 3650;

    public Supplier {
        active = Entry.orTrue(active);
    }

    public Supplier called(String itsCode) {
        return new Supplier(itsCode, name, email, leadTimeDays, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 32);
        flaws.name("name", name, 120);
        flaws.email("email", email);
        if (leadTimeDays == null) {
            flaws.add("leadTimeDays", "missing", "is required");
        } else if (leadTimeDays < 0 || leadTimeDays > LONGEST_LEAD_TIME) {
            flaws.add("leadTimeDays", "range", "must be 0 to " + LONGEST_LEAD_TIME + ", is " + leadTimeDays);
        }
        return flaws.found();
    }
}
