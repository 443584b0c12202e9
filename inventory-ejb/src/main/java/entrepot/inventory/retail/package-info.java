/**
 * Two years of a real shop, the Online Retail II files, on their road to the ledger: every row is read, sorted by what it
 * means, and ends as a posting or as a rejection with its reason. The files hold no purchases, so a declared rule buys:
 * see {@link entrepot.inventory.retail.Buying}. The weekly demand panel is cleaned by rules of its own, since a forecast
 * and a ledger do not want the same rows: see {@link entrepot.inventory.retail.DemandPanel}.
 */
package entrepot.inventory.retail;
