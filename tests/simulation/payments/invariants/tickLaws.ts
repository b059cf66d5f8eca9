import { broken, type View, type Violation } from './view';

/** What was waiting when a tick began. */
export interface BeforeTick {
  /** Due entries of that moment or earlier, by id. */
  readonly due: ReadonlyMap<string, number>;
  /** Money to be sent back, by itself or by finance, that no tick has seen yet. */
  readonly refunds: readonly string[];
}

/** `since`: when the tick before began. */
export function beforeTick({ mirror, now }: View, since: number): BeforeTick {
  const due = [...mirror.all('due')].filter(({ at }) => at <= now).map(({ _id, at }) => [_id, at] as const);
  const fresh = [...mirror.all('refunds')].filter(
    ({ state, createdAt }) => state === 'creating' && createdAt > since,
  );
  return { due: new Map(due), refunds: fresh.map(({ _id }) => _id) };
}

/** A tick that nothing disturbed has looked after all that was due, and has sent back all money that is to go back. */
export function judgeTick({ due, refunds }: BeforeTick, { mirror }: View): readonly Violation[] {
  const left = [...due].filter(([id, at]) => mirror.get('due', id)?.at === at);
  const unsent = refunds
    .map((id) => mirror.get('refunds', id))
    .filter((refund) => refund?.state === 'creating' && refund.problem === undefined);
  return [
    ...left.map(([id]) => broken('a tick looks after all that is due', id)),
    ...unsent.map((refund) => broken('what is to go back is sent within one tick', String(refund?._id))),
  ];
}
