import type { PhoneView } from '../live/entities';
import { Section } from '../parts/Section';
import { Sparkline } from '../parts/Sparkline';

/** Our own budget for one call, in bytes; WeChat advises 256 KB and refuses 1024 KB. */
const budget = 32 * 1024;
/** Calls in one second; WeChat's experience score wants no more. [doc] */
const mostPerSecond = 20;

interface Props {
  phones: readonly PhoneView[];
  nameOf: (openid: string) => string;
}

/** How much data the mini-programs send to their pages: the heaviest call against the budget, the busiest second, the course. */
export function SetDataSection({ phones, nameOf }: Props) {
  return (
    <Section name="setData" aside="单次预算 32 KB，最近 60 秒">
      {phones.map(({ id, openid, setData }) => {
        const { mostBytes, mostPerSecond: rate, course } = setData;
        const isOver = mostBytes > budget;
        return (
          <div key={id} className="set-data">
            <span>{nameOf(openid)}</span>
            <div className={`meter ${isOver ? 'is-bad' : ''}`}>
              <i style={{ width: `${Math.min(100, (mostBytes / budget) * 100)}%` }} />
            </div>
            <code className={isOver ? 'bad' : undefined}>{(mostBytes / 1024).toFixed(1)} KB</code>
            <code className={rate > mostPerSecond ? 'bad' : undefined}>{rate} 次/秒</code>
            <Sparkline values={course} label="最近 60 秒的数据量" />
          </div>
        );
      })}
    </Section>
  );
}
