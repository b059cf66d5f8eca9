import type { ActionName, InputOf } from '../../../types/contract';
import { WorkWorld } from './workWorld';
import { codeOf, granted } from './world';

jest.setTimeout(240_000);

/** Every file a ticket takes has arrived in the storage before: what nobody can open is no signature and no photo. */
describe('files that were never uploaded', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
  });
  afterEach(() => at?.stop());

  const remove = (fileId: string) => at.world.product.sdk().deleteFile({ fileList: [fileId] });
  const leak = { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房水管漏水' } as const;
  const inHome = { kind: 'home', building: '3', unit: '2', room: '1201' } as const;

  type Asked = { readonly [A in ActionName]: readonly [A, InputOf<A>] }[ActionName];
  type Case = readonly [string, string, (fileId: string) => Promise<Asked>];
  const cases: readonly Case[] = [
    [
      'a photo of a report',
      'owner',
      async (fileId) => ['tickets.report', { homeId: 'yunqi-1201', ...leak, photos: [fileId] }],
    ],
    [
      'the voice of a report',
      'owner',
      async (fileId) => [
        'tickets.report',
        { homeId: 'yunqi-1201', ...leak, photos: [], voice: { fileId, seconds: 3 } },
      ],
    ],
    [
      'a photo taken down by staff',
      'liu',
      async (fileId) => [
        'tickets.takeReport',
        { communityId: 'yunqi', channel: 'walkIn', place: inHome, ...leak, photos: [fileId] },
      ],
    ],
    [
      'a photo that is added',
      'owner',
      async (fileId) => ['tickets.add', { ticketId: await at.reported(), photos: [fileId] }],
    ],
    [
      'a photo of the work',
      'zhang',
      async (fileId) => {
        const ticketId = await at.accepted();
        await at.ask('zhang', 'ticketWork.checkIn', { ticketId, cannotScan: '门牌掉了' });
        return ['ticketWork.addPhotos', { ticketId, when: 'before', photos: [fileId] }];
      },
    ],
    [
      'the engineer’s signature',
      'zhang',
      async (signature) => {
        const ticketId = await at.accepted();
        await at.worked(ticketId);
        return ['ticketWork.finish', { ticketId, result: '换了软管', signature }];
      },
    ],
    [
      'the owner’s signature',
      'owner',
      async (signature) => ['tickets.acceptWork', { ticketId: await at.finished(), signature }],
    ],
    [
      'a photo of what is not repaired',
      'owner',
      async (fileId) => [
        'tickets.rejectWork',
        { ticketId: await at.finished(), reason: '还在漏', photos: [fileId] },
      ],
    ],
    [
      'a photo of a rating',
      'owner',
      async (fileId) => [
        'tickets.rate',
        { ticketId: await at.closed(), stars: 5, words: [], photos: [fileId] },
      ],
    ],
  ];

  test.each(cases)(
    '%s is refused, taken once it is there, and then never looked for again',
    async (_name, person, prepare) => {
      const fileId = at.file(person, 'lost.png');
      await remove(fileId);
      const [action, input] = await prepare(fileId);
      const ask = () => at.world.ask(person, action, input, 'the-same-request');
      const before = await at.world.all('tickets');
      expect(codeOf(await ask())).toBe('FILE_NOT_UPLOADED');
      expect(await at.world.all('tickets')).toEqual(before);
      at.file(person, 'lost.png');
      granted(await ask());
      const after = await at.world.all('tickets');
      await remove(fileId);
      granted(await ask());
      expect((await at.world.all('tickets')).length).toBe(after.length);
    },
  );

  test('a storage that does not answer keeps nobody from reporting', async () => {
    const photos = [at.file('owner', 'wet.jpg')];
    const { faults } = at.world.cloud.context;
    const point = 'admin.storage.batchGetDownloadUrl';
    faults.add({ id: 'deaf', point, kind: 'error', code: 'INTERNAL_SERVER', chance: 1, times: 1 });
    expect((await at.ticket(await at.reported({ photos }))).photos).toHaveLength(1);
    faults.clear();
    expect(at.world.logged.map(({ what }) => what)).toContain('filesNotLookedFor');
  });
});
