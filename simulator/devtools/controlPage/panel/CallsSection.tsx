import { useState } from 'react';
import type { Call, PhoneView } from '../live/entities';
import { useTail } from '../live/poll';
import { type CallFilter, type CallRow, callRows, isTroubled, lastMinute, slow } from '../model/calls';
import { clockText } from '../model/time';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { Section } from '../parts/Section';

interface Props {
  now: number;
  active: PhoneView | undefined;
  nameOf: (openid: string) => string;
}

const shown = 60;
const filters: readonly { value: CallFilter; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'troubled', text: '只看拒绝、失败和慢的' },
  { value: 'active', text: '只看选中的手机' },
];

/** What the cloud was asked, newest first. A row opens to what went wrong and what the function printed. */
export function CallsSection({ now, active, nameOf }: Props) {
  const entries = useTail<Call>('/logs', 'entries', 1000);
  const [filter, setFilter] = useState<CallFilter>('all');
  const [openId, setOpenId] = useState<number>();
  const all = callRows(entries);
  const { count, p95 } = lastMinute(all, now);
  const rows = all
    .filter((call) => filter !== 'troubled' || isTroubled(call))
    .filter((call) => filter !== 'active' || call.who === active?.openid)
    .slice(-shown)
    .reverse();
  return (
    <Section
      name="云调用"
      className="calls-section"
      aside={
        <>
          近 1 分钟 {count} 次，P95 <code>{Math.round(p95).toLocaleString('en-US')} ms</code>
          <Menu label="筛选" className="filter" face={<Icon name="filter" size={15} />}>
            {(close) =>
              filters.map(({ value, text }) => (
                <button
                  key={value}
                  type="button"
                  aria-current={value === filter}
                  onClick={() => {
                    close();
                    setFilter(value);
                  }}
                >
                  {text}
                </button>
              ))
            }
          </Menu>
        </>
      }
    >
      <div className="calls-scroll">
        <table className="calls">
          <colgroup>
            {['when', 'who', 'what', 'bar', 'milliseconds', 'outcome'].map((name) => (
              <col key={name} className={`is-${name}`} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th>时间</th>
              <th>用户</th>
              <th colSpan={2}>函数</th>
              <th>毫秒</th>
              <th>结果</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((call) => (
              <CallLine
                key={call.id}
                call={call}
                who={call.who.startsWith('o') ? nameOf(call.who) : '系统'}
                isOpen={call.id === openId}
                toggle={() => setOpenId(call.id === openId ? undefined : call.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="empty">还没有调用。手机一问云端，这里就会记下来。</p>}
    </Section>
  );
}

function CallLine(props: { call: CallRow; who: string; isOpen: boolean; toggle: () => void }) {
  const { call, who, isOpen, toggle } = props;
  const width = `${Math.min(100, Math.max(2, (call.milliseconds / slow) * 100))}%`;
  const isSlow = call.milliseconds >= slow;
  return (
    <>
      <tr className={isSlow ? 'is-slow' : undefined}>
        <td>
          <code>{clockText(call.at, true)}</code>
        </td>
        <td>{who}</td>
        <td>
          <button type="button" className="what" title={call.full} aria-expanded={isOpen} onClick={toggle}>
            {call.what}
          </button>
        </td>
        <td className="bar">
          <div className="track">
            <i style={{ width }} />
          </div>
        </td>
        <td>
          <code>{Math.round(call.milliseconds).toLocaleString('en-US')}</code>
        </td>
        <td>
          <Outcome call={call} isSlow={isSlow} />
        </td>
      </tr>
      {isOpen && (
        <tr className="more">
          <td colSpan={6}>
            <pre>{detailsOf(call)}</pre>
          </td>
        </tr>
      )}
    </>
  );
}

function Outcome({ call: { outcome }, isSlow }: { call: Call; isSlow: boolean }) {
  if (outcome === 'refused') return <em className="chip is-bad">拒绝</em>;
  if (outcome === 'failed') return <em className="chip is-bad">失败</em>;
  return isSlow ? <em className="chip is-slow">慢</em> : <em className="chip">成功</em>;
}

function detailsOf({ what, full, detail, lines = [], requestId, isCold }: CallRow): string {
  const facts = [requestId && `请求 ${requestId}`, isCold && '冷启动'].filter(Boolean).join('，');
  return [full !== what && full, detail, ...lines, facts].filter(Boolean).join('\n') || '没有别的可说';
}
