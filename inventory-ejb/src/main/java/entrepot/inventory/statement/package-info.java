/** What the journal says of a period: the roll-forward of stock, income statement, balance sheet. Pure figures. */
package entrepot.inventory.statement;
