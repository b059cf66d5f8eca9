import { limits } from '../../../cloudfunctions/kernel/limits';
import { WorkWorld } from './workWorld';

jest.setTimeout(240_000);

const yunqi = { communityId: 'yunqi' };

/** B11: what the company has written answers at once; where nothing fits, a person does. */
describe('knowledge', () => {
  let at: WorkWorld;

  beforeAll(async () => {
    at = await WorkWorld.start();
  });
  afterAll(() => at?.stop());

  test('written, found, written anew, taken away', async () => {
    const question = '装修要办什么手续';
    const { entryId, updatedBy } = await at.ask('customerService', 'knowledge.save', {
      ...{ ...yunqi, question, answer: '带身份证到服务中心登记。' },
    });
    expect(updatedBy).toBe('customerService');
    const ask = { ...yunqi, text: '家里装修要办手续吗' };
    expect(await at.ask('tenant', 'knowledge.ask', ask)).toMatchObject([
      { entryId, question, updatedBy: '' },
    ]);
    expect(await at.ask('tenant', 'knowledge.ask', { ...yunqi, text: '楼上太吵' })).toEqual([]);
    const anew = { ...yunqi, entryId, question, answer: '登记后签协议，领施工证。' };
    expect(await at.ask('supervisor', 'knowledge.save', anew)).toMatchObject({
      entryId,
      updatedBy: 'supervisor',
    });
    const { rows } = await at.ask('customerService', 'knowledge.list', yunqi);
    expect(rows).toMatchObject([{ entryId, answer: anew.answer }]);
    for (let twice = 0; twice < 2; twice += 1)
      expect(await at.ask('customerService', 'knowledge.remove', { ...yunqi, entryId })).toEqual({ entryId });
    expect(await at.ask('tenant', 'knowledge.ask', ask)).toEqual([]);
  });

  test("another community's is out of reach, and what is not there sounds the same", async () => {
    await at.world.seed('knowledge', {
      ...{ _id: 'theirs', communityId: 'wutong', question: '快递放在哪里', answer: '西门' },
      ...{ updatedAt: 0, updatedBy: '他' },
    });
    const edit = { ...yunqi, question: '快递放在哪里', answer: '东门' };
    for (const entryId of ['theirs', 'nowhere'])
      expect(await at.refusal('customerService', 'knowledge.save', { ...edit, entryId })).toBe('NOT_ALLOWED');
    expect(await at.refusal('customerService', 'knowledge.remove', { ...yunqi, entryId: 'theirs' })).toBe(
      'NOT_ALLOWED',
    );
    expect(await at.ask('owner', 'knowledge.ask', { ...yunqi, text: '快递放在哪里' })).toEqual([]);
    expect(await at.refusal('ownerElsewhere', 'knowledge.ask', { ...yunqi, text: '快递' })).toBe(
      'NOT_ALLOWED',
    );
  });

  test('as many as one question can look through', async () => {
    const many = Array.from({ length: limits.knowledgePerCommunity }, (_, index) => ({
      ...{ _id: `k${index}`, ...yunqi, question: `第${index}号楼的门厅`, answer: '一层' },
      ...{ updatedAt: index, updatedBy: '客服' },
    }));
    await at.world.seed('knowledge', ...many);
    const one = { ...yunqi, question: '游泳池开放时间', answer: '六月' };
    expect(await at.refusal('customerService', 'knowledge.save', one)).toBe('KNOWLEDGE_FULL');
    // An old one may still be put right.
    await at.ask('customerService', 'knowledge.save', { ...one, entryId: 'k299' });
    const found = await at.ask('owner', 'knowledge.ask', { ...yunqi, text: '游泳池几点开放' });
    expect(found.map(({ entryId }) => entryId)).toEqual(['k299']);
    const first = await at.ask('customerService', 'knowledge.list', yunqi);
    const second = await at.ask('customerService', 'knowledge.list', { ...yunqi, after: first.next });
    expect(new Set([...first.rows, ...second.rows].map(({ entryId }) => entryId)).size).toBe(40);
  });
});
