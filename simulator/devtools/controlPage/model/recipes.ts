import { type Fault, faultSwitches, payFaults } from './faults';

/** Something to add to the situation as it is, in one tap. */
export interface Recipe {
  readonly id: string;
  readonly label: string;
  readonly faults: readonly Fault[];
  /** Every phone's network. */
  readonly network?: 'slow' | 'offline';
  /** The active phone goes on the sample walk. */
  readonly isWalk?: true;
}

const fault = (id: string): readonly Fault[] =>
  [...payFaults, ...faultSwitches].filter((one) => one.id === id).slice(0, 1);

/** In reading order. */
export const recipes: readonly Recipe[] = [
  { id: 'notice-lost', label: '支付通知丢失', faults: fault('notice-lost') },
  { id: 'notice-late', label: '支付通知晚到 5 分', faults: fault('notice-late') },
  { id: 'no-quota', label: '订阅消息额度用完', faults: fault('no-quota') },
  {
    id: 'busy-cloud',
    label: '云端忙：冷启动和事务冲突',
    faults: [...fault('function-cold'), ...fault('conflict')],
  },
  { id: 'bad-network', label: '手机都是弱网', faults: [], network: 'slow' },
  { id: 'walk', label: '选中的手机绕楼一圈', faults: [], isWalk: true },
];
