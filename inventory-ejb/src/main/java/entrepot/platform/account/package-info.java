/**
 * Who may come in and what they may do: accounts, passwords, tokens, lock-out, and the log of all that.
 *
 * <p>Tries are counted in the database by user and by address, before a password is looked at, so that a hundred guesses
 * at once, a restart or a second node win nothing.
 */
package entrepot.platform.account;
