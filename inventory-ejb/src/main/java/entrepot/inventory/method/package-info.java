/** By which method stock is costed, what the reporting framework allows, and how an item comes to another (IAS 8.14–8.29). */
package entrepot.inventory.method;
