/**
 * Says whether a series comes back, and whether two go together: unit roots, cointegration, half-lives, variance ratios. Series are
 * arrays in the order of time, without gaps. Tables are those of MacKinnon and of MacKinnon, Haug and Michelis.
 */
package entrepot.trading.econometrics;
