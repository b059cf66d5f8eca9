import type { Problem, Urgency } from '../../../../../types/ticket';
import type { Ticket } from '../../ticket';
import { isOfConduct, namesGasLeak, namesStrangeLift } from './saysDanger';

/** A task for another department, as a rule opens it. */
export interface LinkedTask {
  /** Its name within the ticket that opens it; no two rules share one, so that a ticket put right opens what it is now. */
  readonly name: 'inspection' | 'cordon' | 'valve' | 'gasCordon' | 'evacuation';
  readonly title: string;
  /** Whose work it is: `skillOf`. */
  readonly problem: Problem;
  readonly urgency: Urgency;
  /** At the place of the report itself, or for the whole building. */
  readonly where: 'place' | 'building';
  readonly checklist: readonly string[];
}

/** One rule of 一个诉求，全链响应 (B12): which tickets open which tasks. */
export interface LinkRule {
  readonly problem: Problem;
  readonly isFor: (ticket: Pick<Ticket, 'type' | 'urgency' | 'text'>) => boolean;
  readonly tasks: readonly LinkedTask[];
}

/** A guard's: to the skill 保安. What a guard does first is an emergency whatever the report is. */
function cordon(
  name: LinkedTask['name'],
  title: string,
  where: LinkedTask['where'],
  checklist: readonly string[],
): LinkedTask {
  return { name, title, problem: 'security', urgency: 'emergency', where, checklist };
}

/** Somebody says that something is so; who asks or proposes does not. */
function isSaid({ type }: Pick<Ticket, 'type'>): boolean {
  return type === 'repair' || type === 'complaint';
}

const lift: LinkRule = {
  problem: 'lift',
  // People quarrel, smoke and bring dogs in a lift that is well: an emergency of theirs stops no lift. Whatever is in doubt does.
  isFor: (ticket) =>
    ticket.urgency === 'emergency'
      ? !isOfConduct(ticket.text.text)
      : isSaid(ticket) && namesStrangeLift(ticket.text.text),
  tasks: [
    {
      ...{ name: 'inspection', title: '电梯安全检查', problem: 'lift', urgency: 'emergency' },
      where: 'building',
      checklist: ['停梯，断电挂牌', '查曳引机、导轨和门', '检查记录已签字'],
    },
    cordon('cordon', '电梯口警戒', 'building', [
      '每层梯口围好，贴停用告示',
      '引导住户走别的电梯',
      '警戒留到恢复运行',
    ]),
  ],
};

const burst: LinkRule = {
  problem: 'burst',
  isFor: ({ urgency }) => urgency === 'emergency',
  tasks: [
    {
      ...{ name: 'valve', title: '爆管先关单元总阀', problem: 'security', urgency: 'emergency' },
      where: 'place',
      checklist: ['关单元总阀', '告诉上下楼停水', '积水处放好提示牌'],
    },
  ],
};

const gas: LinkRule = {
  problem: 'gas',
  isFor: (ticket) => ticket.urgency === 'emergency' || (isSaid(ticket) && namesGasLeak(ticket.text.text)),
  tasks: [
    cordon('gasCordon', '燃气泄漏警戒', 'place', [
      '叫住户出来，不碰开关',
      '楼道开窗，禁烟禁火',
      '楼门口拦人',
    ]),
  ],
};

const fire: LinkRule = {
  problem: 'fire',
  isFor: ({ urgency }) => urgency === 'emergency',
  tasks: [
    cordon('evacuation', '火情警戒疏散', 'building', [
      '确认已打 119',
      '疏散住户，不乘电梯',
      '清出消防通道，接消防车',
    ]),
  ],
};

/** All rules. To add a chain, add one here. */
export const linkRules: readonly LinkRule[] = [lift, burst, gas, fire];
