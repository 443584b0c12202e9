/** The buyer's desk: proposals become orders, orders change and end, goods are received against them. */
package entrepot.inventory.purchasing.server;
