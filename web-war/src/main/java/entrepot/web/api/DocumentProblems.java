package entrepot.web.api;

import entrepot.inventory.ledger.server.DocumentRefused;

/** What a refused document is answered with. */
final class DocumentProblems {

    private DocumentProblems() {}

    static int status(DocumentRefused refused) {
        return switch (refused.why()) {
            case MISSING -> 404;
            case FORBIDDEN -> 403;
            case STALE -> 412;
            case STATE -> 409;
            case ASKED -> 422;
        };
    }
}
