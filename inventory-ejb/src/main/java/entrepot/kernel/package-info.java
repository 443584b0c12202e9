/** The values both engines speak in: money, quantities, codes. Pure, checked once in the constructor. */
package entrepot.kernel;
