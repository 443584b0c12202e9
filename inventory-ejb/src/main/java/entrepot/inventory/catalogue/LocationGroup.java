package entrepot.inventory.catalogue;

import java.util.List;

/** Sites whose stock may be valued together. */
public record LocationGroup(String code, String name, Boolean active) implements Entry {

    public LocationGroup {
        active = Entry.orTrue(active);
    }

    public LocationGroup called(String itsCode) {
        return new LocationGroup(itsCode, name, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 32);
        flaws.name("name", name, 120);
        return flaws.found();
    }
}
