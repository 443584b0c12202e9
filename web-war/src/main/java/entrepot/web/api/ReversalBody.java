package entrepot.web.api;

/** How a posting is to be undone; all of it may be left out. */
record ReversalBody(String businessDate, String reference, String reason) {

    static final ReversalBody EMPTY = new ReversalBody(null, null, null);
}
