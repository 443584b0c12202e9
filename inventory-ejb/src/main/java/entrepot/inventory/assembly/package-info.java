/**
 * What items are made of, and making them: bills, assemblies, taking apart, what it would cost, kits sold as one. A bill is
 * never changed: a new version takes its place, and a document says which it was made by.
 */
package entrepot.inventory.assembly;
