/**
 * The places of a site: what lies where, in which status, and the way through them. Their stock is valued together at the
 * site; nothing here has a value.
 */
package entrepot.inventory.place;
