/**
 * A made-up wholesaler of copper wire and coffee, to show the product with: items, suppliers, customers, and eighteen
 * months of buying and selling up to yesterday. Made from a fixed seed and posted over REST, so that the same day gives
 * the same company and a load that was cut off goes on.
 */
package entrepot.client.demo;
