import { type Figure, measure, type Plan } from './measure';
import { bill, billCount, coldStarts, type Setting } from './setting';

/** The database through the SDK and HTTP, one request after another. */
export async function databaseFigures({ db }: Setting, plan: Plan): Promise<Figure[]> {
  const [bills, notes, counter] = [
    db.collection('bills'),
    db.collection('notes'),
    db.collection('counters').doc('one'),
  ];
  const { command: _ } = db;
  return [
    await measure('add', plan, (n) => notes.add({ data: { ...bill(n), _id: `note${n}` } })),
    await measure('get by id', plan, (n) => bills.doc(String(bill((n * 7919) % billCount)._id)).get()),
    await measure('indexed query, sort, limit 20', plan, (n) =>
      bills
        .where({ status: 'open', due: _.gte(bill((n * 7919) % (billCount - 100)).due) })
        .orderBy('due', 'asc')
        .limit(20)
        .get(),
    ),
    await measure('update inc', plan, () => counter.update({ data: { n: _.inc(1) } })),
    await measure('transaction get + inc + commit', plan, () =>
      db.runTransaction(async (transaction) => {
        const row = transaction.collection('counters').doc('one');
        await row.get();
        await row.update({ data: { n: _.inc(1) } });
      }),
    ),
    await measure('aggregate group over 100,000', { rounds: plan.rounds, times: 1, warmUp: 1 }, () =>
      bills
        .aggregate()
        .group({ _id: '$month', total: _.aggregate.sum('$amount'), n: _.aggregate.sum(1) })
        .sort({ _id: 1 })
        .end(),
    ),
  ];
}

/** Functions that carry the SDK in their bundle, called from outside. */
export async function functionFigures({ cloud }: Setting, plan: Plan): Promise<Figure[]> {
  return [
    await measure('cold start', { rounds: 1, times: coldStarts, warmUp: 0 }, (n) =>
      cloud.callFunction({ name: `cold${n - 1}`, data: { n } }),
    ),
    await measure('warm function call', plan, (n) => cloud.callFunction({ name: 'warm', data: { n } })),
  ];
}

/** Back to a snapshot that holds all bills, after something has changed. */
export async function resetFigure({ db, process }: Setting): Promise<Figure> {
  await process.control.snapshot('bench');
  const figure = await measure('snapshot reset', { rounds: 5, times: 1, warmUp: 1 }, () =>
    process.control.reset('bench'),
  );
  const { total } = await db.collection('bills').count();
  if (total !== billCount) throw new Error(`${total} bills after the reset`);
  return figure;
}
