/**
 * Prepares prices for rules that are learned from them, so that what is learned is tested on what was not seen: which moments are
 * events, what came after them, which samples may train for which test.
 *
 * @see "López de Prado, Advances in Financial Machine Learning, 1st ed. 2018"
 */
package entrepot.trading.learning;
