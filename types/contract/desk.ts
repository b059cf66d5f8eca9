import * as z from 'zod/mini';
import type { Day, Month } from '../day';
import type { Fen } from '../money';
import { declareChanging, declareReading } from './declare';
import { cursor, id, month } from './fields';
import type { PayChannelName } from './payments';

/** The finance desk (财务工作台): every figure opens to the lines it is the sum of. */
export interface FinanceDesk {
  readonly communityName: string;
  readonly month: Month;
  readonly today: {
    readonly day: Day;
    readonly received: Fen;
    readonly byChannel: readonly {
      readonly channel: PayChannelName;
      readonly amount: Fen;
      readonly count: number;
    }[];
  };
  /** Of what was billed for the month, what is paid: by building. Permille, rounded down. */
  readonly collection: {
    readonly billed: Fen;
    readonly paid: Fen;
    readonly permille: number;
    /** Ahead of the month before on the same day, in thousandths; negative: behind. Absent where that was not billed here. */
    readonly againstLastMonth?: number;
    /** Below this a building is low. Permille. */
    readonly lowBelow: number;
    /** The lowest one below it, and how many of its homes owe something for the month: whom to telephone next. */
    readonly toCall?: { readonly building: string; readonly homes: number };
    readonly buildings: readonly {
      readonly building: string;
      readonly billed: Fen;
      readonly paid: Fen;
      readonly permille: number;
    }[];
  };
  /** What is overdue, by how long. */
  readonly arrears: readonly {
    readonly age: 'notDue' | 'to30' | 'to90' | 'to365' | 'beyond';
    readonly amount: Fen;
    readonly homes: number;
  }[];
  readonly cash: readonly { readonly staffId: string; readonly name: string; readonly amount: Fen }[];
  readonly openCases: number;
  readonly invoicesAsked: number;
  readonly questions: number;
  readonly notReached: number;
  readonly handOversWaiting: number;
  /** Long work that failed too often and was given up. */
  readonly stuckWork: number;
  /** Nothing, always; shown so that it can be seen. */
  readonly trialBalance: Fen;
  /** Only while a backlog is being counted: the figures are those of this instant. */
  readonly countedTo?: number;
}

/** Long work (作业) that failed too often and waits for somebody to look: a run, an import, the night's count. */
export interface StuckWork {
  readonly workId: string;
  /** `billRun`, `applyImport` …; kinds come and go with what the cloud does. */
  readonly kind: string;
  readonly startedAt: number;
  /** The number under which its last failure was logged. */
  readonly incident?: string;
}

/** What a figure is the sum of. */
export interface DeskLine {
  readonly lineId: string;
  readonly at: number;
  readonly text: string;
  readonly place?: string;
  readonly amount: Fen;
  /** What opens it further: a receipt, a bill, a refund, a hand-over. */
  readonly opens?: {
    readonly kind: 'receipt' | 'bill' | 'handOver';
    readonly id: string;
  };
}

const figure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('receivedToday'), channel: z.optional(z.string()) }),
  z.strictObject({ kind: z.literal('building'), building: z.string().check(z.maxLength(12)) }),
  z.strictObject({
    kind: z.literal('arrears'),
    age: z.enum(['notDue', 'to30', 'to90', 'to365', 'beyond']),
  }),
  z.strictObject({ kind: z.literal('cash'), staffId: id }),
  z.strictObject({ kind: z.literal('account'), account: z.string().check(z.maxLength(30)) }),
]);
export type DeskFigure = z.output<typeof figure>;

export const deskContract = {
  /** Without a month: the last one that was billed. */
  'desk.finance': declareReading<FinanceDesk>()(
    z.strictObject({ communityId: id, month: z.optional(month) }),
  ),
  'desk.lines': declareReading<{ readonly lines: readonly DeskLine[]; readonly next?: string }>()(
    z.strictObject({ communityId: id, month, figure, after: cursor }),
  ),
  'desk.accounts': declareReading<
    readonly { readonly account: string; readonly name: string; readonly balance: Fen }[]
  >()(z.strictObject({ communityId: id })),
  'desk.stuckWork': declareReading<readonly StuckWork[]>()(z.strictObject({ communityId: id })),
  /** Goes on where it stopped; answers what is still stuck. Where a colleague was faster, nothing is done. */
  'desk.retryWork': declareChanging<readonly StuckWork[]>()(z.strictObject({ workId: id })),
  /** Makes an xlsx of the month and gives a link that expires. */
  'desk.export': declareChanging<{ readonly link: string; readonly rows: number }>()(
    z.strictObject({ communityId: id, month, what: z.enum(['bills', 'payments', 'arrears', 'journals']) }),
  ),
} as const;
