import type { ClockKind, Problem } from './ticket';

/** What a ticket is about, on every screen, in lists and in messages. */
export const problemNames: Readonly<Record<Problem, string>> = {
  ...{ leak: '漏水', burst: '爆管', supply: '停水停电停气', electrics: '电路', lift: '电梯' },
  ...{ door: '门锁门禁', gas: '燃气', fire: '火情', heating: '暖气热水', lighting: '照明' },
  ...{ drain: '下水堵塞', wall: '墙面地面', facility: '公共设施', network: '网络电视', noise: '噪音' },
  ...{ smell: '异味', cleaning: '保洁', parking: '停车', security: '秩序安全', building: '房屋质量' },
  ...{ fee: '收费', service: '服务态度', handover: '交房入住', planning: '规划配套', road: '道路' },
  ...{ school: '学校', other: '其他' },
};

/** What a clock is for, on every screen, in messages, timelines and the picture of the life. */
export const clockNames: Readonly<Record<ClockKind, string>> = {
  ...{ respond: '接单', arrive: '到场', close: '修好', answer: '答复', acceptance: '验收', revisit: '回访' },
  ...{ revisitSupervisor: '主管回访', revisitManager: '经理回访', plan: '整改方案' },
};
