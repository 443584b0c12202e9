package entrepot.trading.execution;

/** What a venue is told. The order is part of the format of the journal. */
enum CommandKind {
    PLACE, CANCEL, REDUCE, MOVE, LIMIT, HALT, RESUME, HALT_ALL, RESUME_ALL, REFERENCE
}
