/**
 * What is owed in other currencies, at the rate of the day on which books are looked at (IAS 21.23, 21.28). The difference
 * to what it stands at is cumulative: each revaluation begins where the last one ended, and none is taken back.
 */
package entrepot.inventory.payable;
