package entrepot.inventory.catalogue;

import java.util.List;

/** A place that holds stock. */
public record Location(String code, String name, Boolean active) implements Entry {

    public Location {
        active = Entry.orTrue(active);
    }

    public Location called(String itsCode) {
        return new Location(itsCode, name, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 32);
        flaws.name("name", name, 120);
        return flaws.found();
    }
}
