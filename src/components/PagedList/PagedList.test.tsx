import { type RefusalCode, refused } from '../../../types/refusal';
import type { Pages } from '../../hooks/usePages';
import { words } from '../testing/markup';
import { PagedList } from './PagedList';

const blank: Pages<string> = {
  ...{ rows: undefined, total: undefined, hasMore: false, isLoading: false },
  ...{ refusal: undefined, old: undefined },
  ...{ more: async () => undefined, again: async () => undefined },
};
const drawn = (part: Partial<Pages<string>>) =>
  words(
    <PagedList
      list={{ ...blank, ...part }}
      title="工单暂时看不到"
      empty={{ title: '没有工单', line: '报来的列在这里。' }}
    >
      {(row) => <div key={row}>{row}</div>}
    </PagedList>,
  );

test('a first page that is refused says why and what helps', () => {
  expect(drawn({ refusal: refusalOf('SERVICE_FAILED') })).toContain('再试一次');
  const foreign = drawn({ refusal: refusalOf('NOT_ALLOWED') });
  expect(foreign).toContain('工单暂时看不到');
  expect(foreign).toContain('返回');
  expect(foreign).not.toContain('再试一次');
});

test('empty is said only where nothing is to come', () => {
  expect(drawn({ rows: [] })).toContain('没有工单');
  expect(drawn({ rows: [], hasMore: true })).not.toContain('没有工单');
});

test('rows stay beside a next page that does not come', () => {
  const stuck = drawn({ rows: ['漏水'], hasMore: true, refusal: refusalOf('UNREACHABLE') });
  expect(stuck).toContain('漏水');
  expect(stuck).toContain('更多');
  expect(stuck).toContain('网络没有连上');
});

test('rows that could not be asked for once more say how old they are', () => {
  const old = drawn({ rows: ['漏水'], old: { missing: 'network', at: Date.now() } });
  expect(old).toMatch(/没有网络，显示的是 .+ 的内容/);
  expect(drawn({ rows: ['漏水'] })).not.toContain('没有网络');
});

function refusalOf(code: RefusalCode) {
  const outcome = refused(code);
  if (outcome.ok) throw new Error('it was not refused');
  return outcome.refusal;
}
