/**
 * Says how much of a result is luck. Figures of returns ({@link entrepot.trading.evidence.Returns}), how sure a Sharpe ratio is
 * and what is left of it after many trials ({@link entrepot.trading.evidence.SharpeEvidence}), whether choosing the best of many
 * rules overfits ({@link entrepot.trading.evidence.CrossValidation}), and whether the best one beats a benchmark
 * ({@link entrepot.trading.evidence.BestRule}). Kurtosis is raw everywhere: 3 for a normal distribution. Whatever is drawn by lot
 * has its seed in the result. {@code docs/evidence.md} explains every figure.
 */
package entrepot.trading.evidence;
