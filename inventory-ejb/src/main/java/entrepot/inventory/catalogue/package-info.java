/**
 * What can be stocked, where, from whom and for whom. Plain records with their rules; all that is wrong with one is told at
 * once, as {@link entrepot.inventory.catalogue.Flaw}s. Unit conversions are exact or refused, never rounded.
 */
package entrepot.inventory.catalogue;
