import type { Committed, Seen } from './bank';
import { opening } from './bank';

/**
 * Everything wrong with a history of committed transactions over the accounts, in words; an empty list means that it could
 * have happened one after another: no money made or lost, no version written twice (a lost update), every read of the value
 * that its version was written with, and no circle among what must have come before what.
 */
export function faultsOf(
  history: readonly Committed[],
  accounts: readonly string[],
  end: readonly Seen[],
): string[] {
  const writers = new Map<string, Committed>();
  const values = new Map(accounts.map((account) => [keyOf(account, 0), opening]));
  const faults: string[] = [];
  for (const transaction of history) {
    for (const { account, version, balance } of transaction.writes) {
      const key = keyOf(account, version);
      const other = writers.get(key);
      if (other) faults.push(`lost update: ${other.by} and ${transaction.by} both wrote ${key}`);
      writers.set(key, transaction);
      values.set(key, balance);
    }
  }
  return [
    ...faults,
    ...readFaults(history, values),
    ...sumFaults(history, accounts, end),
    ...endFaults(end, writers, values),
    ...circle(history, writers),
  ];
}

function keyOf(account: string, version: number): string {
  return `${account}@${version}`;
}

function readFaults(history: readonly Committed[], values: ReadonlyMap<string, number>): string[] {
  return history.flatMap(({ by, reads }) =>
    reads.flatMap(({ account, version, balance }) => {
      const written = values.get(keyOf(account, version));
      return written === balance
        ? []
        : [`dirty read: ${by} read ${balance} of ${keyOf(account, version)}, which is ${written}`];
    }),
  );
}

function sumFaults(
  history: readonly Committed[],
  accounts: readonly string[],
  end: readonly Seen[],
): string[] {
  const total = opening * accounts.length;
  const audits = history.filter(({ reads }) => reads.length === accounts.length);
  const views = [...audits, { by: 'the end', reads: end }];
  return views.flatMap(({ by, reads }) => {
    const sum = reads.reduce((all, { balance }) => all + balance, 0);
    return sum === total ? [] : [`${by} sees ${sum} in all instead of ${total}`];
  });
}

/** The newest version of each account, and none above it, is what stands at the end. */
function endFaults(
  end: readonly Seen[],
  writers: ReadonlyMap<string, Committed>,
  values: ReadonlyMap<string, number>,
): string[] {
  return end.flatMap(({ account, version, balance }) => {
    const faults: string[] = [];
    if (values.get(keyOf(account, version)) !== balance)
      faults.push(`${account} ends with ${balance}, which nobody wrote`);
    if (writers.has(keyOf(account, version + 1))) faults.push(`${account} lost what came after ${version}`);
    for (let earlier = 1; earlier <= version; earlier += 1)
      if (!writers.has(keyOf(account, earlier)))
        faults.push(`nobody who committed wrote ${keyOf(account, earlier)}`);
    return faults;
  });
}

/** Writers come before whoever read their version, and readers before whoever wrote the next one. */
function circle(history: readonly Committed[], writers: ReadonlyMap<string, Committed>): string[] {
  const readers = new Map<string, Committed[]>();
  for (const transaction of history)
    for (const { account, version } of transaction.reads) {
      const key = keyOf(account, version);
      readers.set(key, [...(readers.get(key) ?? []), transaction]);
    }
  const after = new Map<Committed, Set<Committed>>(history.map((transaction) => [transaction, new Set()]));
  const arrow = (from: Committed | undefined, to: Committed | undefined) => {
    if (from && to && from !== to) after.get(from)?.add(to);
  };
  for (const transaction of history) {
    for (const { account, version } of transaction.reads) {
      arrow(writers.get(keyOf(account, version)), transaction);
      arrow(transaction, writers.get(keyOf(account, version + 1)));
    }
    for (const { account, version } of transaction.writes)
      for (const reader of readers.get(keyOf(account, version - 1)) ?? []) arrow(reader, transaction);
  }
  const stuck = unsorted(after);
  return stuck.length === 0 ? [] : [`no serial order: a circle among ${stuck.length} transactions`];
}

/** What is left when everything that waits for nobody has been taken away again and again. */
function unsorted(after: ReadonlyMap<Committed, ReadonlySet<Committed>>): Committed[] {
  const waitsFor = new Map<Committed, number>();
  for (const targets of after.values())
    for (const target of targets) waitsFor.set(target, (waitsFor.get(target) ?? 0) + 1);
  const free = [...after.keys()].filter((transaction) => !waitsFor.get(transaction));
  let sorted = 0;
  for (let next = free.pop(); next; next = free.pop()) {
    sorted += 1;
    for (const target of after.get(next) ?? []) {
      const left = (waitsFor.get(target) ?? 0) - 1;
      waitsFor.set(target, left);
      if (left === 0) free.push(target);
    }
  }
  return sorted === after.size ? [] : [...after.keys()].filter((one) => (waitsFor.get(one) ?? 0) > 0);
}
