package entrepot.trading.pricing;

/** What stands against a price. @param code stable, kebab-case; @param detail with both numbers */
public record Objection(String code, String detail) {}
