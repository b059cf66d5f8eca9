import type { FaultInForce } from '../live/entities';
import { act } from '../live/notice';
import { usePolled } from '../live/poll';
import { request } from '../live/request';
import { type Fault, faultSwitches, ruleOf } from '../model/faults';
import { Section } from '../parts/Section';
import { Switch } from '../parts/Switch';

/** Disturbances on purpose. Those that somebody made at the control interface count too and can be ended here. */
export function FaultsSection() {
  const rules = usePolled<{ rules: FaultInForce[] }>('/control/faults', 2000)?.rules;
  const inForce = (rules ?? []).filter(({ left }) => left !== 0);
  const isOn = (fault: Fault) => inForce.some(({ id }) => id === fault.id);
  return (
    <Section
      name="故障"
      aside={
        inForce.length === 0 ? (
          rules && '都没有开'
        ) : (
          <>
            开着 {inForce.length} 个
            <button
              type="button"
              className="plain"
              onClick={() => void act(() => request('DELETE', '/control/faults'))}
            >
              全关
            </button>
          </>
        )
      }
    >
      <div className="switches">
        {faultSwitches.map((fault) => (
          <Switch
            key={fault.id}
            label={fault.label}
            isOn={isOn(fault)}
            change={(on) => void setFault(fault, on)}
          />
        ))}
      </div>
    </Section>
  );
}

export function setFault(fault: Fault, on: boolean): Promise<void> {
  return act(() =>
    on ? request('POST', '/control/faults', ruleOf(fault)) : request('DELETE', `/control/faults/${fault.id}`),
  );
}
