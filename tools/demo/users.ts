/** Somebody who uses WeChat in the demo, and who that is to the community. */
export interface DemoPerson {
  readonly openid: string;
  readonly name: string;
  readonly nickname: string;
  readonly phone: string;
  /** `3栋2单元1201`, with the relation the register has. */
  readonly home?: string;
  readonly relation?: '业主' | '家属' | '租户';
  readonly duty?: string;
  readonly skills?: string;
  readonly areas?: string;
}

const home = '3栋2单元1201';

/** The first three have their phones on the control page: an owner, an engineer, and who is both customer service and finance. */
export const demoUsers: readonly DemoPerson[] = [
  {
    openid: 'oDemoWangXiuying000000000001',
    name: '王秀英',
    nickname: '秀英',
    phone: '13857120001',
    home,
    relation: '业主',
  },
  {
    openid: 'oDemoZhangJianguo00000000002',
    name: '张建国',
    nickname: '建国师傅',
    phone: '13857120002',
    duty: '维修工',
    skills: '水暖、电工',
    areas: '1栋、2栋、3栋、4栋、5栋、6栋',
  },
  {
    openid: 'oDemoZhouMin0000000000000005',
    name: '周敏',
    nickname: '敏敏',
    phone: '13857120005',
    duty: '财务、客服',
  },
  {
    openid: 'oDemoLinJing0000000000000006',
    name: '林静',
    nickname: '林静',
    phone: '13857120006',
    duty: '主管',
  },
  {
    openid: 'oDemoZhaoLixin00000000000007',
    name: '赵立新',
    nickname: '老赵',
    phone: '13857120007',
    duty: '项目经理',
  },
  {
    openid: 'oDemoLiuQiang00000000000003-',
    name: '刘强',
    nickname: '东门老刘',
    phone: '13857120003',
    duty: '保安',
    skills: '门岗、巡逻',
    areas: '东门',
  },
  {
    openid: 'oDemoChenXiaowen0000000004--',
    name: '陈晓雯',
    nickname: '小雯',
    phone: '13857120004',
    home,
    relation: '家属',
  },
];

/** How many phones stand there at first. */
export const firstPhones = 3;

/** Who of the demo's people has this duty. */
export function withDuty(duty: string): DemoPerson {
  const found = demoUsers.find((one) => one.duty?.includes(duty));
  if (!found) throw new Error(`nobody in the demo has ${duty}`);
  return found;
}
