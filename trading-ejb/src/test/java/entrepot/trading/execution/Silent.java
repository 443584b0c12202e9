package entrepot.trading.execution;

class Silent implements BookListener {

    @Override
    public void traded(long taker, long maker, long price, long size, boolean makerDone, boolean takerDone) {}

    @Override
    public void reduced(long order, long price, long size, boolean done) {}

    @Override
    public void rejected(long order, long price, long size) {}
}
