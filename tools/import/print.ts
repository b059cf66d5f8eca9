import { kindNames } from '../../cloudfunctions/modules/setup/records/words';
import type { ImportProblem, ImportView } from '../../types/contract/setup';
import { formatYuan } from '../../types/yuan';
import type { Done } from './importing';

const headlines: Readonly<Record<ImportView['state'], (view: ImportView) => string>> = {
  checking: () => '还在检查',
  rejected: ({ problemRows, fileProblem }) =>
    fileProblem ?? `有 ${problemRows} 行要改，这次没有导入，现有数据没有变`,
  checked: () => '检查通过，还没有导入；加上 --apply 就会导入',
  applying: () => '正在导入',
  undoing: () => '正在撤回',
  givenUp: () => '没有导入，写过的内容已经清掉',
  applied: ({ leftOut }) =>
    leftOut > 0 ? `导入完成，其中 ${leftOut} 处因为检查后在小程序里改过而保留原样` : '导入完成',
};

/** The outcome as a person reads it in a terminal. */
export function printed({ view, problems, refusal }: Done): string {
  const lines = [
    `${view.fileName}：${headlines[view.state](view)}`,
    ...(refusal === undefined ? [] : [refusal]),
    ...view.counts.map(
      ({ kind, ...of }) =>
        `  ${kindNames[kind]}  新增 ${of.new}，变更 ${of.changed}，相同 ${of.same}，表里没有 ${of.missing}，冲突 ${of.conflicts}`,
    ),
    ...openingLine(view),
    ...view.unused.map((name) => `  没有用到：${name}`),
    ...problems.map(problemLine),
  ];
  return `${lines.join('\n')}\n`;
}

function openingLine({ opening }: ImportView): readonly string[] {
  if (!opening) return [];
  const { arrears, prepaid, vouchers } = opening;
  const more = vouchers === undefined ? '' : `，抵扣券 ${formatYuan(vouchers)}`;
  return [`  期初合计：欠费 ${formatYuan(arrears)}，预存 ${formatYuan(prepaid)}${more}`];
}

function problemLine({ sheet, row, columns, title, fix }: ImportProblem): string {
  return `  ${sheet} 第 ${row} 行${columns === '' ? '' : ` ${columns} 列`}：${title}。${fix}`;
}
