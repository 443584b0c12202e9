/**
 * From a committed posting to the queues: rows written with the posting, one message an item for all that was sealed
 * meanwhile, JMS committed first and the rows removed second, so that a message may come twice and is never lost.
 */
package entrepot.platform.outbox;
