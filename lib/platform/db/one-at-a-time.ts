import type { SqlDriverAdapterFactory, SqlQuery, Transaction } from "@prisma/driver-adapter-utils";

/**
 * Hands the statements of a transaction to its connection one after another. Prisma asks for several relations of a row
 * at once, which the connection's own queue sorts out until pg 9 refuses it (prisma/orm#29646, open in 7.10).
 */
export function oneAtATime(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect();
      const start = adapter.startTransaction.bind(adapter);
      adapter.startTransaction = async (isolationLevel) => inTurns(await start(isolationLevel));
      return adapter;
    },
  };
}

function inTurns(transaction: Transaction): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  const afterLast = <T>(send: () => Promise<T>): Promise<T> => {
    const sent = last.then(send);
    // Whoever asked hears of a failure; those behind are sent all the same, as the connection would.
    last = sent.catch(() => undefined);
    return sent;
  };
  const queryRaw = transaction.queryRaw.bind(transaction);
  const executeRaw = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (query: SqlQuery) => afterLast(() => queryRaw(query));
  transaction.executeRaw = (query: SqlQuery) => afterLast(() => executeRaw(query));
  return transaction;
}
