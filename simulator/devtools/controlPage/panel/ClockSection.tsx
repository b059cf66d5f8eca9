import { useState } from 'react';
import type { ClockReading } from '../live/clock';
import type { Appointment } from '../live/entities';
import { act, tell } from '../live/notice';
import { usePolled } from '../live/poll';
import { request } from '../live/request';
import { appointmentText, nextDue } from '../model/agenda';
import { clockText, dateText, isSameDay, weekdayText } from '../model/time';
import { Icon } from '../parts/Icon';
import { Segments } from '../parts/Segments';

const minute = 60_000;
const rates = [
  { value: 0, text: <Icon name="pause" size={13} />, label: '停住' },
  { value: 1, text: '×1' },
  { value: 10, text: '×10' },
  { value: 60, text: '×60' },
];
const steps = [
  { by: minute, text: '+1 分' },
  { by: 15 * minute, text: '+15 分' },
  { by: 60 * minute, text: '+1 时' },
];

/** Business time: how it runs, what is due next, and ways to get there. */
export function ClockSection({ clock }: { clock: ClockReading | undefined }) {
  const [isBusy, setBusy] = useState(false);
  const upcoming = usePolled<{ upcoming: Appointment[] }>('/control/agenda', 2000)?.upcoming;
  const next = upcoming && nextDue(upcoming);
  const advance = (step: { by: number } | { to: string }) =>
    act(async () => {
      setBusy(true);
      try {
        const { fired } = await request<{ fired: unknown[] }>('POST', '/control/clock/advance', step);
        tell(
          fired.length > 0
            ? `时间往前走了，${fired.length} 件到期的事办完了。`
            : '时间往前走了，没有到期的事。',
        );
      } finally {
        setBusy(false);
      }
    });
  return (
    <section className="section clock" aria-label="时间">
      <div className="clock-face">
        <time>{clock ? clockText(clock.milliseconds) : '--:--:--'}</time>
        <span>{clock && `${dateText(clock.milliseconds)} ${weekdayText(clock.milliseconds)}`}</span>
        <span className="at-end due">{upcoming && dueText(next, clock?.milliseconds ?? 0)}</span>
      </div>
      <div className="line">
        <Segments
          label="时间快慢"
          choices={rates}
          chosen={clock?.rate}
          choose={(rate) => void act(() => run(rate))}
        />
        <fieldset className="segments" aria-label="往前走">
          {steps.map(({ by, text }) => (
            <button key={by} type="button" disabled={isBusy} onClick={() => void advance({ by })}>
              {text}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className="button at-end"
          aria-label="到时限"
          disabled={isBusy || !next}
          onClick={() => next && void advance({ to: next.at })}
        >
          <Icon name="toNext" />
          <span className="if-wide">到时限</span>
        </button>
      </div>
    </section>
  );
}

function dueText(next: Appointment | undefined, now: number) {
  if (!next) return '后面没有到期的事';
  const at = Date.parse(next.at);
  return (
    <>
      下个时限 {!isSameDay(at, now) && dateText(at)} <code>{clockText(at)}</code> {appointmentText(next)}
    </>
  );
}

function run(rate: number): Promise<unknown> {
  return rate === 0
    ? request('POST', '/control/clock/freeze')
    : request('POST', '/control/clock/run', { rate });
}
