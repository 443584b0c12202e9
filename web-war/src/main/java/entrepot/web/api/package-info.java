/**
 * The REST API, {@code /api/v1}: one resource a noun, requests and answers as small records, decimals as strings. What is
 * wrong with a request is told all at once, as problem JSON (RFC 9457).
 */
package entrepot.web.api;
