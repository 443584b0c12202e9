package entrepot.inventory.catalogue;

import java.util.List;

/** A group of items that share accounts. */
public record Category(String code, String name, Boolean active) implements Entry {

    public Category {
        active = Entry.orTrue(active);
    }

    public Category called(String itsCode) {
        return new Category(itsCode, name, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 32);
        flaws.name("name", name, 120);
        return flaws.found();
    }
}
