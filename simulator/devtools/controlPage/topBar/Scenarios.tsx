import { type FormEvent, useState } from 'react';
import { longestName } from '../../server/scenarioNames';
import { sampleWalk } from '../../walk/sampleWalk';
import type { ClockReading } from '../live/clock';
import type { PhoneView, ScenarioView } from '../live/entities';
import { act, tell } from '../live/notice';
import { forgetGathered, usePolled } from '../live/poll';
import { request } from '../live/request';
import { ruleOf } from '../model/faults';
import { type Recipe, recipes } from '../model/recipes';
import { momentText } from '../model/time';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';

interface Props {
  firstSnapshot: string;
  clock: ClockReading | undefined;
  phones: readonly PhoneView[];
  active: PhoneView | undefined;
}

const none: readonly ScenarioView[] = [];

/** Situations to begin from: the first one, those that were kept, and what can be added to the present one. */
export function Scenarios({ firstSnapshot, clock, phones, active }: Props) {
  const answer = usePolled<{ scenarios: ScenarioView[]; currentId?: string }>('/scenarios', 3000);
  const { scenarios = none, currentId } = answer ?? {};
  const current = scenarios.find(({ id }) => id === currentId);
  return (
    <Menu
      label="场景"
      className="scenarios"
      disabled={!answer}
      face={
        <>
          <Icon name="flask" />
          <span className="text">{current ? `场景：${current.name}` : '场景'}</span>
          <Icon name="down" size={12} />
        </>
      }
    >
      {(close) => (
        <>
          <button
            type="button"
            onClick={() => {
              close();
              void begin('初始', () => request('POST', '/reset', { snapshot: firstSnapshot }));
            }}
          >
            初始 <small>最初的数据，没有故障</small>
          </button>
          {scenarios.map((scenario) => (
            <Kept
              key={scenario.id}
              scenario={scenario}
              isCurrent={scenario.id === currentId}
              now={clock?.milliseconds ?? 0}
              close={close}
            />
          ))}
          <NewScenario close={close} />
          <p className="menu-head">现在再加上</p>
          {recipes.map((recipe) => (
            <button
              key={recipe.id}
              type="button"
              onClick={() => {
                close();
                void act(() => add(recipe, phones, active));
              }}
            >
              {recipe.label}
            </button>
          ))}
        </>
      )}
    </Menu>
  );
}

function Kept(props: { scenario: ScenarioView; isCurrent: boolean; now: number; close: () => void }) {
  const { id, name, at, faults, phones } = props.scenario;
  return (
    <div className="menu-row">
      <button
        type="button"
        aria-current={props.isCurrent}
        onClick={() => {
          props.close();
          void begin(name, () => request('POST', `/scenarios/${id}/load`));
        }}
      >
        {name}
        <small>
          {momentText(at, props.now)}，{phones} 部手机{faults > 0 && `，${faults} 个故障`}
        </small>
      </button>
      <button
        type="button"
        className="menu-cross"
        aria-label={`删掉场景 ${name}`}
        onClick={() => void act(() => request('DELETE', `/scenarios/${id}`))}
      >
        <Icon name="close" size={12} />
      </button>
    </div>
  );
}

function NewScenario({ close }: { close: () => void }) {
  const [name, setName] = useState('');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    void act(async () => {
      await request('POST', '/scenarios', { name });
      close();
      tell(`已存成场景 ${name.trim()}。`);
    });
  };
  return (
    <form onSubmit={keep}>
      <input
        value={name}
        maxLength={longestName}
        onChange={(event) => setName(event.target.value)}
        placeholder="给现在的情形起个名字"
        aria-label="场景的名字"
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        存成场景
      </button>
    </form>
  );
}

function begin(name: string, go: () => Promise<unknown>): Promise<void> {
  return act(async () => {
    await go();
    forgetGathered();
    tell(`已到场景 ${name}，手机都重新登录了。`);
  });
}

async function add(
  { label, faults, network, isWalk }: Recipe,
  phones: readonly PhoneView[],
  active: PhoneView | undefined,
): Promise<void> {
  for (const fault of faults) await request('POST', '/control/faults', ruleOf(fault));
  if (network) for (const { id } of phones) await request('PUT', `/phones/${id}/network`, { network });
  if (isWalk && active) await request('PUT', `/phones/${active.id}/walk`, sampleWalk);
  tell(`已加上：${label}。`);
}
