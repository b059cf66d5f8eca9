/** A disturbance that the page switches on and off: one rule of `/control/faults`. */
export interface Fault {
  readonly id: string;
  readonly label: string;
  readonly point: string;
  readonly kind: string;
  readonly times?: number;
  readonly ms?: number;
  readonly code?: string;
  readonly message?: string;
}

const noticeLost: Fault = { id: 'notice-lost', label: '支付回调丢失', point: 'pay.notice', kind: 'lost' };

/** The switches of the faults' section, in reading order. */
export const faultSwitches: readonly Fault[] = [
  { id: 'function-timeout', label: '云函数超时', point: 'function.*', kind: 'timeout' },
  noticeLost,
  {
    id: 'no-quota',
    label: '订阅额度为 0',
    point: 'openapi.subscribeMessage.send',
    kind: 'error',
    code: '43101',
    message: 'user refuse to accept the msg',
  },
  {
    id: 'check-down',
    label: '内容检查不可用',
    point: 'openapi.security.*',
    kind: 'error',
    code: '-1',
    message: 'system error',
  },
  { id: 'upload-fails', label: '上传失败', point: 'gateway.upload', kind: 'error' },
  { id: 'function-cold', label: '云函数冷启动', point: 'function.*', kind: 'cold' },
  { id: 'conflict', label: '事务冲突', point: 'database.commitTransaction', kind: 'conflict' },
  { id: 'timer-twice', label: '定时器触发两次', point: 'timer.*', kind: 'twice' },
];

/** The chips of the wallet. */
export const payFaults: readonly Fault[] = [
  { ...noticeLost, label: '回调丢失' },
  // The function runs but its answer is lost twice, so the third notice is the first that counts.
  { id: 'notice-thrice', label: '回调 3 次', point: 'pay.notice', kind: 'unanswered', times: 2 },
  { id: 'notice-late', label: '回调晚 5 分', point: 'pay.notice', kind: 'late', ms: 300_000 },
];

/** The rule as `POST /control/faults` takes it. */
export function ruleOf({ label: _label, ...rule }: Fault): object {
  return rule;
}
