package entrepot.inventory.catalogue;

import java.util.List;

/**
 * A unit of measure as a person writes it.
 *
 * @param size in the base unit of the dimension (EA, KG, M, L, M2, H): {@code 12}, {@code 0.45359237} or {@code 1/3}
 */
public record Unit(String code, String name, String dimension, String size, Boolean active) implements Entry {

    public Unit {
        active = Entry.orTrue(active);
    }

    public Unit called(String itsCode) {
        return new Unit(itsCode, name, dimension, size, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 16);
        flaws.name("name", name, 80);
        flaws.oneOf("dimension", dimension, Dimension.class);
        ratio(flaws, "size", size);
        return flaws.found();
    }

    /** To be asked only where there are no flaws. */
    public UnitOfMeasure measure() {
        return new UnitOfMeasure(code, Dimension.valueOf(dimension), Ratio.parse(size));
    }

    static Ratio ratio(Flaws flaws, String field, String text) {
        if (text == null) {
            return flaws.add(field, "missing", "is required");
        }
        try {
            return Ratio.parse(text);
        } catch (IllegalArgumentException wrong) {
            return flaws.add(field, "not-a-factor", wrong.getMessage());
        }
    }
}
