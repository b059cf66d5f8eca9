import { type WrittenSheet, writeXlsx } from '../../../cloudfunctions/modules/setup/spreadsheet';
import type { ImportView } from '../../../types/contract/setup';
import { type Document, granted, openidOf, type World } from './world';

const tuesday = '2020-01-01';

/** A community that is being prepared, with a finance person who may import. */
export async function seedPreparing(world: World, communityId = 'yunqi'): Promise<void> {
  await world.seed('communities', { _id: communityId, name: '云栖苑', state: 'preparing' });
  await world.seed('staffMembers', {
    ...{ _id: `${communityId}-finance`, communityId, name: '周敏', phone: '13800000001', from: tuesday },
    ...{ duties: ['finance'], skills: [], areas: [], openid: openidOf('finance') },
  });
}

/** One property fee by area, and that these homes have it from 2024 on: three sheets. */
export function feeSheets(homes: readonly (readonly string[])[]): readonly WrittenSheet[] {
  return [
    {
      name: '收费项目',
      rows: [
        ['项目名称', '类别', '计费方式', '收款方', '商户号'],
        ['物业费', '物业费', '按面积', '云栖物业', '1600000001'],
      ],
    },
    {
      name: '费率',
      rows: [
        ['项目名称', '生效日期', '收费依据', '单价'],
        ['物业费', '2024-01-01', '合同第八条', '3.20'],
      ],
    },
    {
      name: '收费绑定',
      rows: [
        ['楼栋', '单元', '房号', '项目名称', '开始日期'],
        ...homes.map((home) => [...home, '物业费', '2024-01-01']),
      ],
    },
  ];
}

/** Uploads a file as a phone does before it asks for the check. */
export async function upload(
  world: World,
  bytes: Buffer,
  name = 'a.xlsx',
  communityId = 'yunqi',
): Promise<string> {
  const sdk = world.product.sdk();
  const { fileID } = await sdk.uploadFile({
    cloudPath: `imports/${communityId}/${name}`,
    fileContent: bytes,
  });
  return fileID;
}

/** Does what the function `job` does, until nothing waits. */
export async function work(world: World): Promise<void> {
  // The handlers touch the SDK, so they are loaded when its environment stands.
  const { jobHandlers } = await import('../../../cloudfunctions/job/handlers');
  await world.product.runJobs(jobHandlers, world.ports, () => true);
}

/** Hands a file in and waits for the check. */
export async function check(
  world: World,
  sheets: readonly WrittenSheet[] | Buffer,
  name = 'a.xlsx',
): Promise<ImportView> {
  const bytes = Buffer.isBuffer(sheets) ? sheets : writeXlsx(sheets as readonly WrittenSheet[]);
  const fileId = await upload(world, bytes, name);
  const asked = granted(
    await world.ask('finance', 'setup.checkImport', { communityId: 'yunqi', fileId, fileName: name }),
  );
  await work(world);
  return see(world, asked.importId);
}

export async function see(world: World, importId: string): Promise<ImportView> {
  return granted(await world.ask('finance', 'setup.seeImport', { importId }));
}

/** Brings a checked file in with the totals it has itself. */
export async function apply(world: World, { importId, opening }: ImportView): Promise<ImportView> {
  granted(await world.ask('finance', 'setup.applyImport', { importId, ...(opening ? { opening } : {}) }));
  await work(world);
  return see(world, importId);
}

/** Everything the import brings in, by collection, in the order of the ids; without what tells when it was. */
export async function recordsOf(world: World): Promise<Readonly<Record<string, readonly Document[]>>> {
  const found: Record<string, readonly Document[]> = {};
  for (const collection of collections) found[collection] = await everything(world, collection);
  return found;
}

const collections = [
  'homes',
  'households',
  'residents',
  'staffMembers',
  'chargeItems',
  'meters',
  'chargeAssignments',
  'bills',
  'homeAccounts',
  'journals',
  'readings',
  'vouchers',
];

export async function everything(world: World, collection: string): Promise<readonly Document[]> {
  const rows = world.product.sdk().database({ throwOnNotFound: false }).collection(collection);
  const found: Document[] = [];
  for (;;) {
    const { command } = world.product.sdk().database({ throwOnNotFound: false });
    const last = found.at(-1)?._id ?? '';
    const { data } = await rows
      .where({ _id: command.gt(last) })
      .orderBy('_id', 'asc')
      .limit(1000)
      .get();
    found.push(...(data as Document[]).map(({ version: _v, auditId: _a, ...rest }) => rest as Document));
    if (data.length < 1000) return found;
  }
}
