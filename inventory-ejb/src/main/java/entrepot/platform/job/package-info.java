/**
 * Long work as rows: queued, run on one node under a lease, its progress and log there for all to see, its checkpoint
 * there for the next attempt. A job may be run again at any time, so what it does must be harmless when done twice.
 *
 * <p>A feature makes a {@link entrepot.platform.job.JobKind}, an application-scoped bean of its server package. Those of
 * this module are found by themselves; another module adds its own to {@link entrepot.platform.job.JobKinds} when it
 * starts, since this module cannot see them.
 */
package entrepot.platform.job;
