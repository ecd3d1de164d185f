package org.aidledger.core.entry;

import org.aidledger.core.fund.Fund;
import org.aidledger.core.fund.FundId;
import org.aidledger.core.fund.FundPair;
import org.aidledger.core.fund.command.CloseFund;
import org.aidledger.core.money.Money;
import org.aidledger.core.stream.Streams;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** Closes a fund; what is left in it goes to its successor by a transfer, in the same append. */
public final class FundClosing {

  private final Repository<Fund> funds;
  private final Streams streams;

  public FundClosing(Repository<Fund> funds, Streams streams) {
    this.funds = funds;
    this.streams = streams;
  }

  @CommandHandler
  void handle(CloseFund command) {
    @Nullable FundId successor = command.successor();
    Aggregate<Fund> fund;
    if (successor == null) {
      fund = funds.load(command.fundId().toString());
    } else {
      FundPair pair = FundPair.load(funds, command.fundId(), successor);
      fund = pair.from();
      moveRest(pair, command);
    }
    fund.execute(f -> f.close(successor, command.reason()));
  }

  private void moveRest(FundPair pair, CloseFund command) {
    long rest = pair.from().invoke(Fund::available);
    if (rest == 0) {
      return;
    }
    pair.from().execute(Fund::requireClosable);
    String reference = "closure-" + command.fundId();
    TransferId id = TransferId.closing(command.fundId());
    Money amount = Money.of(rest, pair.currencyCode());
    FundTransfer transfer =
        new FundTransfer(id, reference, amount, command.today(), command.reason());
    streams.begin("Transfer", id.toString(), transfer.post(pair));
  }
}
