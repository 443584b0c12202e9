/** Tests of the running product, from outside: one instance for all of them, on free ports, in a folder under target. */
package entrepot.system;
