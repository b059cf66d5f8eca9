import { type Cloud, startCloud } from '../../../simulator/cloud/cloud';
import { type Database, loadProductSdk } from './sdk';
import { openidOf } from './world';

jest.setTimeout(240_000);

/** The built function, told by WeChat's message push what it thinks of a photo; by nobody else. */
describe('the function contentEvents', () => {
  let cloud: Cloud;
  let db: Database;
  const owner = openidOf('owner');
  const photo = { at: 0, check: 'pending', by: owner };
  const words = { text: '漏水', check: 'passed' };

  beforeAll(async () => {
    cloud = await startCloud({ dist: 'dist' });
    db = loadProductSdk(cloud.env);
    cloud.rooms.users.create({ openid: owner, name: 'owner', phone: '13900000001' });
    cloud.rooms.users.seen(owner);
  });
  afterAll(() => cloud?.stop());

  test('a pushed verdict reaches the ticket', async () => {
    const { fileID, traceId } = await checkedPhoto('a.jpg');
    await seed('pushed', fileID, traceId);
    await cloud.rooms.openapi.media.decide(traceId, 'risky', 20002);
    expect(await checkOf('pushed')).toBe('refused');
  });

  test.each(['wx_client', 'wx_client,scf', 'wx_http', 'wx_trigger'])(
    'called by %s it does nothing',
    async (source) => {
      const { fileID, traceId } = await checkedPhoto(`${source}.jpg`);
      await seed(source, fileID, traceId);
      const result = { suggest: 'pass', label: 100 };
      const event = { MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result };
      const caller = { openid: owner, source };
      const answer = await cloud.rooms.functions.invoke({ name: 'contentEvents', event, caller });
      expect(JSON.stringify(answer)).toContain('success');
      expect(await checkOf(source)).toBe('pending');
    },
  );

  async function checkedPhoto(name: string) {
    const sdk = require('wx-server-sdk') as {
      uploadFile(o: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>;
      getTempFileURL(o: { fileList: string[] }): Promise<{ fileList: { tempFileURL: string }[] }>;
      openapi: { security: { mediaCheckAsync(o: object): Promise<{ traceId: string }> } };
    };
    const { fileID } = await sdk.uploadFile({
      cloudPath: `people/x/${name}`,
      fileContent: Buffer.from(name),
    });
    const { fileList } = await sdk.getTempFileURL({ fileList: [fileID] });
    const asked = { mediaUrl: fileList[0]?.tempFileURL, mediaType: 2, version: 2, scene: 2, openid: owner };
    const { traceId } = await sdk.openapi.security.mediaCheckAsync(asked);
    return { fileID, traceId };
  }

  async function seed(ticketId: string, fileId: string, traceId: string): Promise<void> {
    const ticket = {
      ...{ _id: ticketId, version: 1, communityId: 'yunqi', type: 'repair', problem: 'leak', place: '3栋' },
      ...{ reportedAt: 0, title: words, text: words, photos: [{ ...photo, fileId }], steps: [] },
      reporter: { openid: owner, name: '王芳', phone: '13900000001' },
    };
    await db.collection('tickets').add({ data: ticket });
    await db.collection('contentChecks').add({ data: { _id: traceId, version: 1, at: 0, ticketId, fileId } });
  }

  async function checkOf(ticketId: string): Promise<string | undefined> {
    const { data } = await db.collection('tickets').doc(ticketId).get();
    return (data as { photos: { check: string }[] }).photos[0]?.check;
  }
});
