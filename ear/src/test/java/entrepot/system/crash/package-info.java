/** Everything that runs is killed or frozen while tills sell, and what was acknowledged must be there once. */
package entrepot.system.crash;
