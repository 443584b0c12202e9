/**
 * Stock as people read it: what lies where, what it is worth and why. SQL straight into records; every figure can be
 * followed to the movements behind it.
 */
package entrepot.inventory.stock.server;
