import type { Day } from '../../../../types/day';
import type { Quantity } from '../../../../types/money';
import type { Duty, Relation } from '../../../../types/role';
import {
  dayCell,
  oneOf,
  optional,
  personName,
  phone,
  placeText,
  positiveAmountOf,
  required,
  someOf,
  words,
} from './column';
import type { SheetLayout } from './layout';

/** The home a row is about, as every sheet names it. */
export interface AtHome {
  readonly building: string;
  readonly unit: string;
  readonly room: string;
}

export const atHome = {
  building: required('楼栋', placeText, '楼号', '栋号', '幢'),
  unit: required('单元', placeText, '单元号'),
  room: required('房号', placeText, '室号', '房间号', '门牌号'),
};

export interface HomeRow extends AtHome {
  /** In 1/100 ㎡. */
  readonly area: Quantity;
}

export const homeSheet: SheetLayout<HomeRow> = {
  name: '楼栋房屋',
  aliases: ['房屋', '房产', '房屋信息', '房屋与住户'],
  columns: {
    ...atHome,
    area: required('建筑面积', positiveAmountOf(2, ' ㎡', '89.6'), '面积', '收费面积', '计费面积'),
  },
};

export interface ResidentRow extends AtHome {
  readonly name: string;
  readonly phone: string | undefined;
  readonly relation: Relation;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

export const relationWords: Readonly<Record<Relation, readonly string[]>> = {
  owner: ['业主', '产权人', '户主'],
  family: ['家属', '家庭成员', '家人'],
  tenant: ['租户', '租客', '承租人'],
};

export const residentSheet: SheetLayout<ResidentRow> = {
  name: '住户',
  aliases: ['业主', '住户信息', '业主信息', '人员'],
  columns: {
    ...atHome,
    name: required('姓名', personName, '业主姓名', '住户姓名'),
    phone: optional('手机号', phone, '电话', '联系电话', '手机', '手机号码'),
    relation: required('关系', oneOf(relationWords), '与房屋关系', '住户关系', '身份'),
    from: optional('开始日期', dayCell, '入住日期', '起租日期'),
    to: optional('结束日期', dayCell, '迁出日期', '退租日期', '租期结束'),
  },
};

export interface StaffRow {
  readonly name: string;
  readonly phone: string;
  readonly duties: readonly Duty[];
  readonly skills: readonly string[] | undefined;
  readonly areas: readonly string[] | undefined;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

export const dutyWords: Readonly<Record<Duty, readonly string[]>> = {
  customerService: ['客服'],
  engineer: ['维修工', '工程', '维修', '工程师傅'],
  guard: ['保安', '秩序'],
  finance: ['财务', '收费员', '会计'],
  supervisor: ['主管'],
  projectManager: ['项目经理', '经理'],
  committee: ['业委会'],
};

export const staffSheet: SheetLayout<StaffRow> = {
  name: '员工',
  aliases: ['员工信息', '人员名单'],
  columns: {
    name: required('姓名', personName),
    phone: required('手机号', phone, '电话', '手机', '联系电话'),
    duties: required('岗位', someOf(dutyWords), '职务'),
    skills: optional('技能', words, '工种'),
    areas: optional('片区', words, '负责区域'),
    from: optional('入职日期', dayCell, '开始日期'),
    to: optional('离职日期', dayCell, '结束日期'),
  },
};
