import { useState } from 'react';
import { scenarioPrefix } from '../../server/scenarioNames';
import type { ClockReading } from '../live/clock';
import { act, tell } from '../live/notice';
import { forgetGathered, usePolled } from '../live/poll';
import { request } from '../live/request';
import { momentText, snapshotInstant } from '../model/time';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';

/** Back to a kept state, or to the first one. Both take what came after away, so the first one asks. */
export function Snapshots({
  firstSnapshot,
  clock,
}: {
  firstSnapshot: string;
  clock: ClockReading | undefined;
}) {
  const [isAsking, ask] = useState(false);
  const known = usePolled<{ snapshots: string[] }>('/control/snapshots', 3000)?.snapshots ?? [];
  const now = clock?.milliseconds ?? 0;
  const own = known.filter((name) => name !== firstSnapshot && !name.startsWith(scenarioPrefix)).reverse();
  const latest = own[0];
  const nameOf = (snapshot: string) => {
    const instant = snapshotInstant(snapshot);
    return instant === undefined ? snapshot : momentText(instant, now);
  };
  const goTo = (snapshot: string, what: string) =>
    act(async () => {
      await request('POST', '/reset', { snapshot });
      forgetGathered();
      tell(`已回到${what}，手机都重新登录了。`);
    });
  return (
    <>
      <Menu
        label="回到快照"
        disabled={!latest}
        face={
          <>
            <Icon name="history" />
            {latest ? `回到 ${nameOf(latest)}` : '回到快照'}
            <Icon name="down" size={12} />
          </>
        }
      >
        {(close) =>
          own.map((snapshot) => (
            <button
              key={snapshot}
              type="button"
              onClick={() => {
                close();
                void goTo(snapshot, ` ${nameOf(snapshot)} 的快照`);
              }}
            >
              {nameOf(snapshot)} 的快照
            </button>
          ))
        }
      </Menu>
      {isAsking ? (
        <div className="question" role="alertdialog" aria-label="重置数据">
          现在的数据会没有，快照还在。
          <button
            type="button"
            className="button is-bad"
            onClick={() => {
              ask(false);
              void goTo(firstSnapshot, '最初的数据');
            }}
          >
            重置
          </button>
          <button type="button" className="button" onClick={() => ask(false)}>
            不重置
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="button"
          disabled={!known.includes(firstSnapshot)}
          onClick={() => ask(true)}
        >
          <Icon name="reset" />
          重置数据
        </button>
      )}
    </>
  );
}
