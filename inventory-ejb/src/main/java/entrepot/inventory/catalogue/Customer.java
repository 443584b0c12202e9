package entrepot.inventory.catalogue;

import java.util.List;

/** @param email null where none is known */
public record Customer(String code, String name, String email, Boolean active) implements Entry {

    public Customer {
        active = Entry.orTrue(active);
    }

    public Customer called(String itsCode) {
        return new Customer(itsCode, name, email, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 32);
        flaws.name("name", name, 120);
        flaws.email("email", email);
        return flaws.found();
    }
}
