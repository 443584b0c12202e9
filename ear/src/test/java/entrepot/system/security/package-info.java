/** Who may do what, and what the product does with people who should not, or with what nobody should send. */
package entrepot.system.security;
