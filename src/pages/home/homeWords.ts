import type { HomeScreen } from '../../../types/contract/payments';
import type { MyHome, WhoAmI } from '../../../types/contract/people';
import type { TicketRow } from '../../../types/contract/tickets';
import { formatYuan } from '../../../types/yuan';
import { feesInWords } from '../../words/feeWords';
import { stateChip } from '../../words/tickets';
import { clockWords, remainingWords } from '../../words/timeWords';

export type AtHome = NonNullable<HomeScreen['home']>;
type Due = NonNullable<AtHome['due']>;

/** What is in the amount: 物业费 2 期、水费、电费. */
export function dueWords({ bills, lateFee }: Due): string {
  return `${feesInWords(bills)}${lateFee > 0 ? `，含违约金 ${formatYuan(lateFee)}` : ''}`;
}

/** What is taken off by itself: 已自动抵扣 ¥20.00 节能券; undefined where nothing is. */
export function takenOffWords({ vouchers, prepaid }: Pick<Due, 'vouchers' | 'prepaid'>): string | undefined {
  const parts = [
    ...(vouchers > 0 ? [`${formatYuan(vouchers)} 抵扣券`] : []),
    ...(prepaid > 0 ? [`${formatYuan(prepaid)} 预存`] : []),
  ];
  return parts.length > 0 ? `已自动抵扣 ${parts.join('、')}` : undefined;
}

/** Another member is paying: who (masked) and until when; undefined for one's own order. */
export function otherPayerWords({ live }: AtHome, now: number): string | undefined {
  if (!live || live.isMine) return undefined;
  return `${live.payer} 正在付这笔费用，${remainingWords(live.until, now)}，${clockWords(live.until)} 前没付成您就能付。`;
}

/** What the pay button says: the whole is covered where vouchers and prepayment take all of it. */
export function payLabel({ amount }: Due, live: AtHome['live']): string {
  if (amount === 0) return '用预存和抵扣券缴清';
  return live?.isMine ? '继续缴费' : '一键缴费';
}

/** The stages of a ticket as the home screen has them, and at which one it is. */
export function courseOf({ type, state }: Pick<TicketRow, 'type' | 'state'>): {
  readonly stages: readonly string[];
  readonly at: number;
} {
  if (type !== 'repair') {
    const at = state === 'answered' ? 1 : 0;
    return { stages: ['受理', '答复', '评价'], at };
  }
  const places: Partial<Record<TicketRow['state'], number>> = {
    accepted: 1,
    working: 2,
    paused: 2,
    finished: 3,
  };
  return { stages: ['受理', '派单', '到场', '完成', '评价'], at: places[state] ?? 0 };
}

/** In care mode, beside 报修: what is going on, or how it begins. */
export function ongoingLine(ticket: TicketRow | undefined): string {
  if (!ticket) return '拍张照片，说一句话';
  return `${ticket.title}，${stateChip(ticket.state).text}`;
}

const relationNames = { owner: '业主', family: '家人', tenant: '租客' } as const;

/** The homes one can look at, by community; suspended ones are named apart. */
export function homesByCommunity(
  me: WhoAmI,
): readonly { readonly communityName: string; readonly homes: readonly MyHome[] }[] {
  const groups = new Map<string, MyHome[]>();
  for (const home of me.homes)
    groups.set(home.communityName, [...(groups.get(home.communityName) ?? []), home]);
  return [...groups].map(([communityName, homes]) => ({ communityName, homes }));
}

export function homeLine({ relation, isSuspended }: MyHome): string {
  return isSuspended ? '有人提出异议，客服正在核实' : relationNames[relation];
}
