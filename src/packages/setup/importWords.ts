import type { Tone } from '@/components/Chip/Chip';
import type { ImportKind, ImportState, ImportView } from '../../../types/contract/setup';
import { grouped } from '../../words/grouped';

export const kindNames: Readonly<Record<ImportKind, string>> = {
  home: '房屋',
  tenure: '住户',
  staff: '员工',
  item: '收费项目和费率',
  meter: '表计',
  assignment: '收费绑定',
  arrear: '期初欠费',
  prepaid: '预存',
  voucher: '抵扣券',
  reading: '抄表读数',
};

export const stateNames: Readonly<Record<ImportState, { readonly text: string; readonly tone: Tone }>> = {
  checking: { text: '正在检查', tone: 'info' },
  rejected: { text: '要改', tone: 'bad' },
  checked: { text: '可以导入', tone: 'brand' },
  applying: { text: '正在导入', tone: 'info' },
  applied: { text: '已导入', tone: 'good' },
  undoing: { text: '正在撤回', tone: 'info' },
  givenUp: { text: '没有导入', tone: 'plain' },
};

export type Headline = {
  readonly title: string;
  readonly line: string;
  readonly tone: 'bad' | 'good' | 'plain';
};

/** The outcome first, then what it means (design.md: import). */
export function headlineOf(view: ImportView): Headline {
  if (view.isStuck) return stuck(view);
  switch (view.state) {
    case 'checking':
      return { title: '正在检查', line: '检查时什么都不会写进去，一般不到一分钟。', tone: 'plain' };
    case 'rejected':
      return view.fileProblem
        ? { title: '这个文件读不了', line: view.fileProblem, tone: 'bad' }
        : {
            title: problemTitle(view.problemRows),
            line: '一行也没有写进去，现有数据没有变。改好后整表重新上传就行。',
            tone: 'bad',
          };
    case 'checked':
      return { title: '检查过了，没有错误', line: '看一下下面的变化，确认后再导入。', tone: 'good' };
    case 'applying':
      return {
        title: progressWords(view, '正在导入'),
        line: '可以离开这个页面，导入会自己做完。',
        tone: 'plain',
      };
    case 'applied':
      return {
        title: view.isFirst ? '导入完成，小区已经开通' : '导入完成',
        line:
          view.leftOut > 0
            ? `有 ${grouped(view.leftOut)} 处在检查以后被人改过，保留了新改的内容。`
            : '表格里的内容都已经写进去。',
        tone: 'good',
      };
    case 'undoing':
      return {
        title: progressWords(view, '正在撤回'),
        line: '已经写进去的会全部清掉，可以离开这个页面。',
        tone: 'plain',
      };
    case 'givenUp':
      return { title: '这份表格没有导入', line: '没有留下它写过的内容。要导入请重新上传。', tone: 'plain' };
  }
}

/** On one line, however many they are. */
function problemTitle(rows: number): string {
  return rows < 1000 ? `有 ${rows} 行要改，这次没有导入` : `${grouped(rows)} 行要改，没有导入`;
}

/** Tried too often in vain: nothing is lost, and it is begun again by hand. */
function stuck({ state }: ImportView): Headline {
  if (state === 'applying') {
    return {
      title: '导入停住了',
      line: '已经写进去的都在。点“接着导入”，从头核对，只补没写的。',
      tone: 'bad',
    };
  }
  if (state === 'undoing') {
    return { title: '撤回停住了', line: '还有一部分没有清掉，点“接着撤回”继续。', tone: 'bad' };
  }
  return { title: '检查没有做完', line: '什么都没有写进去。请把表格再上传一次。', tone: 'bad' };
}

function progressWords({ progress }: ImportView, doing: string): string {
  if (!progress || progress.all === 0) return doing;
  return `${doing} ${Math.floor((progress.done * 100) / progress.all)}%`;
}

/** What the counts of one kind come to, in words; what is nothing is left out. */
export function countWords(count: ImportView['counts'][number]): string {
  const parts = [
    [count.new, '新增'],
    [count.changed, '修改'],
    [count.same, '不变'],
    [count.missing, '表里没有而保留'],
    [count.conflicts, '两边都改过'],
  ] as const;
  const said = parts.filter(([amount]) => amount > 0).map(([amount, words]) => `${words} ${grouped(amount)}`);
  return said.length > 0 ? said.join('，') : '没有变化';
}
