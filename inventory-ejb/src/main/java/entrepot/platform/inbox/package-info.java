/** What a consumer of a queue has already decided, so that a message that comes again has no effect. */
package entrepot.platform.inbox;
