import type { Tone } from '../../components/Chip/Chip';
import type { AnyWaiting } from '../../services/waitingReport';
import { waitWords } from '../../words/tickets';

interface UnsentWords {
  readonly title: string;
  readonly line: string;
  readonly chip: { readonly text: string; readonly tone: Tone };
}

/**
 * What home says of reports that have not left the phone, before anything else of those that never will; undefined where none is. `homeId`:
 * the home that is looked at; a refused one of another home was left behind by whoever has moved out of it.
 */
export function unsentWords(
  reports: readonly AnyWaiting[],
  homeId: string | undefined,
): UnsentWords | undefined {
  // An emergency whose photos follow is there, and is one of the tickets.
  const unsent = reports.filter(({ followed }) => followed === undefined);
  const refused = unsent.filter(({ refusal }) => refusal);
  if (refused.length > 0) {
    const isLeft = refused.every((report) => !('homeId' in report) || report.homeId !== homeId);
    return {
      title: `${refused.length} 条报修`,
      line: isLeft ? leftWords(refused) : '点开看为什么，改好可以再发',
      chip: { text: '没有发出', tone: 'bad' },
    };
  }
  const [first] = unsent;
  if (!first) return undefined;
  return {
    title: `${unsent.length} 条报修`,
    line: waitWords(first.missing),
    chip: { text: '等待发送', tone: 'warn' },
  };
}

/** Homes are left by who lived there, posts by staff. */
function leftWords(reports: readonly AnyWaiting[]): string {
  const isOfHome = reports.some((report) => 'homeId' in report);
  return isOfHome ? '您已不在报修的那套房屋，发不出去了' : '您已不在那个岗位，发不出去了';
}
