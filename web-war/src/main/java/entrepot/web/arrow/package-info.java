/**
 * Columns for people in NumPy and pandas, as a stream of Apache Arrow (columnar format 1.5, section "IPC Streaming Format", metadata version 5).
 * Written by ourselves over FlatBuffers: Arrow for Java is twenty times as large and asks for the insides of java.nio to be opened.
 */
package entrepot.web.arrow;
