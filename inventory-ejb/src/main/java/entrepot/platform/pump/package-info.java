/** Moves what was committed on its way: seals it, ships it, tells the queues. A few times a second, on one node. */
package entrepot.platform.pump;
