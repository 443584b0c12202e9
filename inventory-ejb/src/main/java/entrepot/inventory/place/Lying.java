package entrepot.inventory.place;

import entrepot.kernel.Quantity;

/** What of one item lies at a place. @param sequence of the place on the way through the site: lower first */
public record Lying(String place, String zone, int sequence, Quantity onHand) {}
