/** Where each lot is, where it came from and who has it; and what expires next. */
package entrepot.inventory.lot.server;
