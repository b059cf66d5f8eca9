import type { ActionName, ChangingAction, OutputOf, ParsedOf, ReadingAction } from '../../types/contract';
import type { Day, Instant } from '../../types/day';
import type { Outcome } from '../../types/refusal';
import type { Reach, Rule, Target } from './access';
import type { Caller } from './caller';
import type { Decision } from './decision';
import type { Ports } from './ports';

/** What every use case is told besides its input. */
export interface Context {
  readonly caller: Caller;
  /** What access has let the caller reach; use cases take the home and the community from here. */
  readonly target: Target;
  readonly now: Instant;
  /** The day of `now` in China. */
  readonly today: Day;
  newId(): string;
}

/** A use case that only reads. */
export type Reading<Input, Output> = (input: Input, context: Context) => Promise<Outcome<Output>>;

/**
 * A use case that changes something, in three steps. `prepare` (rarely) asks the world once for what cannot be asked twice;
 * nothing is written yet. `decide` loads and decides; it may run several times, each on fresh state and time, and touches
 * nothing. `answer` tells the outcome from what was made: it also runs when the same request comes again, days later, so it
 * reads, and where work with the world remains (asking WeChat for a prepay) it goes on where that stands. `known` is there where
 * this very run has decided and committed.
 */
export interface Changing<Input, Prepared, Made, Output, Known = never> {
  prepare?(input: Input, context: Context, world: World): Promise<Outcome<Prepared>>;
  decide(input: Input, context: Context, prepared: Prepared): Promise<Decision<Made, Known>>;
  answer(made: Made, context: Context, ports: Ports, known?: Known): Promise<Outcome<Output>>;
}

/** What `prepare` may ask outside of our own database, and where it tells of what did not answer. */
export interface World extends Pick<Ports, 'log'> {
  phoneOf(code: string): Promise<{ readonly phone: string } | { readonly refused: 'spent' | 'unavailable' }>;
}

/** Runs a changing use case: remembered request, decision, commit, again after a conflict. Platform has the one runner. */
export type Runner = <Input, Prepared, Made, Output, Known>(
  useCase: Changing<Input, Prepared, Made, Output, Known>,
  input: Input,
) => Promise<Outcome<Output>>;

interface Door<A extends ActionName> {
  /** What the input reaches for. */
  readonly reach: Reach<ParsedOf<A>>;
  /** Who may: any one of these. Nobody else. */
  readonly who: readonly Rule[];
}

export interface ReadingRoute<A extends ReadingAction> extends Door<A> {
  readonly read: Reading<ParsedOf<A>, OutputOf<A>>;
}

export interface ChangingRoute<A extends ChangingAction> extends Door<A> {
  readonly change: (input: ParsedOf<A>, run: Runner) => Promise<Outcome<OutputOf<A>>>;
}

export type Route<A extends ActionName = ActionName> = A extends ChangingAction
  ? ChangingRoute<A>
  : A extends ReadingAction
    ? ReadingRoute<A>
    : never;

/** Which use case answers which action, and who may ask. The compiler refuses a table that forgets one. */
export type Routes<A extends ActionName = ActionName> = { readonly [K in A]: Route<K> };

/** Puts a changing use case in a route; keeps what it prepares and makes to itself. */
export function byChange<Input, Prepared, Made, Output, Known>(
  useCase: Changing<Input, Prepared, Made, Output, Known>,
): (input: Input, run: Runner) => Promise<Outcome<Output>> {
  return (input, run) => run(useCase, input);
}
