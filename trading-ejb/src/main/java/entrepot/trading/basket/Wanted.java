package entrepot.trading.basket;

import java.util.List;

/** @param decisions in the order of their days; @param path null where the rule trades no spread */
public record Wanted(List<Decision> decisions, SpreadPath path) {}
