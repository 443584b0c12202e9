package entrepot.inventory.gs1;

/** An application identifier and its value, which keeps all rules of it. */
public record Element(String identifier, String value) {

    public Element {
        Identifier known = Identifier.of(identifier)
                .orElseThrow(() -> new IllegalArgumentException("(" + identifier + ") is no application identifier that is known"));
        if (value.isEmpty()) {
            throw new IllegalArgumentException("(" + identifier + ") " + known.title() + " is empty");
        }
        known.check(value);
    }

    public String title() {
        return Identifier.of(identifier).orElseThrow().title();
    }
}
