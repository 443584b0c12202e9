/**
 * Proof that the book was not changed: every committed posting gets a dense number and a hash over its canonical line and
 * the hash before, and the line is shipped to a file outside the database. Sealing runs behind the postings, so no
 * posting waits for another's hash.
 */
package entrepot.platform.audit;
