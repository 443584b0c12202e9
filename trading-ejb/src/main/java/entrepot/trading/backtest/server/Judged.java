package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Performance;

/** A result with how far it can be believed. */
public interface Judged {

    Performance performance();

    BacktestEvidence evidence();

    /** What the trials were on, in words. */
    String triedOn();
}
