package entrepot.inventory.label;

/** A label and how often it is printed. */
public record Copies(Label label, int count) {}
