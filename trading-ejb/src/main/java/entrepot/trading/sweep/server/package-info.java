/** Queues sweeps as jobs, keeps their chunks, and reads them again. */
package entrepot.trading.sweep.server;
