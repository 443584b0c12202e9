package entrepot.bench.matching;

import entrepot.trading.execution.BookSide;
import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;

/** exchange-core's direct book with one command that is used again, and its events counted. */
final class TheirBook {

    private final Flow flow;
    private final IOrderBook book = new OrderBookDirectImpl(
            new CoreSymbolSpecification(1, SymbolType.FUTURES_CONTRACT, 1, 2, 1, 1, 0, 0, 0, 0), ObjectsPool.createDefaultTestPool(),
            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER, LoggingConfiguration.DEFAULT);
    private final OrderCommand command = new OrderCommand();
    private long trades;
    private long volume;

    TheirBook(Flow flow) {
        this.flow = flow;
        command.symbol = 1;
    }

    void take(int at) {
        command.orderId = flow.id[at];
        command.uid = flow.user(at);
        command.price = flow.price[at];
        command.reserveBidPrice = flow.price[at];
        command.matcherEvent = null;
        command.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
        switch (flow.kind[at]) {
            case Flow.CANCEL -> command.command = OrderCommandType.CANCEL_ORDER;
            case Flow.MOVE -> command.command = OrderCommandType.MOVE_ORDER;
            default -> {
                command.command = OrderCommandType.PLACE_ORDER;
                command.orderType = flow.kind[at] == Flow.IOC ? OrderType.IOC : OrderType.GTC;
                command.action = flow.side[at] == BookSide.BID ? OrderAction.BID : OrderAction.ASK;
                command.size = flow.size[at];
            }
        }
        IOrderBook.processCommand(book, command);
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                trades++;
                volume += event.size * event.price;
            }
        }
    }

    Counted counted() {
        return new Counted(trades, volume, book.getOrdersNum(OrderAction.ASK), book.getOrdersNum(OrderAction.BID));
    }
}
