import { createTestGateway, type TestGateway } from './testGateway';

let gate: TestGateway;

beforeEach(() => {
  gate = createTestGateway();
});
afterEach(() => gate.context.state.close());

describe('files under rules', () => {
  const upload = (path?: string, bytes = 'x') =>
    gate.ask('upload', Buffer.from(bytes), { query: path === undefined ? {} : { path } });

  test('an upload belongs to the user, who may replace and delete it', async () => {
    const answer = await upload('me/a.png');
    expect(answer).toMatchObject({ statusCode: 200, errMsg: 'cloud.uploadFile:ok' });
    expect(gate.ports.storage.find(answer.fileID)).toMatchObject({
      owner: gate.user.openid,
      path: 'me/a.png',
    });
    expect(await upload('me/a.png', 'second')).toMatchObject({ fileID: answer.fileID });
    expect(await gate.ask('deleteFile', { fileList: [answer.fileID] })).toEqual({
      fileList: [{ fileID: answer.fileID, status: 0, errMsg: 'ok' }],
      errMsg: 'cloud.deleteFile:ok',
    });
  });

  test("another's file can be read but neither replaced nor deleted", async () => {
    const fileID = gate.ports.storage.write('other.png', Buffer.from('x'), 'oOther');
    const { fileList } = (await gate.ask('tempFileURL', { fileList: [fileID, { fileID, maxAge: 60 }] })) as {
      fileList: { tempFileURL: string }[];
    };
    expect(fileList).toMatchObject([
      { fileID, status: 0, errMsg: 'ok', maxAge: 600 },
      { fileID, status: 0, errMsg: 'ok', maxAge: 60 },
    ]);
    expect(fileList[0]?.tempFileURL).toContain('/storage/files/other.png?sign=');
    expect(await upload('other.png')).toMatchObject({
      errCode: -503002,
      errMsg:
        'cloud.uploadFile:fail Error: errCode: -503002 storage permission denied | errMsg: Permission denied',
    });
    expect(await gate.ask('deleteFile', { fileList: [fileID, 'cloud://none'] })).toMatchObject({
      fileList: [
        { fileID, status: -503002, errMsg: 'storage permission denied' },
        { fileID: 'cloud://none', status: -503003, errMsg: 'storage file not exists' },
      ],
    });
    expect(gate.ports.storage.find(fileID)).toBeDefined();
  });

  test('a file its rule hides gets no link', async () => {
    gate.context.environment().storageRules.read = 'resource.openid == auth.openid';
    const fileID = gate.ports.storage.write('other.png', Buffer.from('x'), 'oOther');
    expect(await gate.ask('tempFileURL', { fileList: [fileID, 'x'] })).toMatchObject({
      fileList: [
        { fileID, tempFileURL: '', status: -503002 },
        { fileID: 'x', tempFileURL: '', status: -503003 },
      ],
    });
  });

  test.each([undefined, '', '/a', 'a/../b'])('the path %p is refused', async (path) => {
    expect(await upload(path)).toMatchObject({ errCode: -501007, errMsg: expect.stringContaining('path') });
  });

  test('a file above 50 MB is refused with the number of its own', async () => {
    const body = Buffer.alloc(50 * 1024 * 1024 + 1);
    expect(await gate.ask('upload', body, { query: { path: 'big' } })).toMatchObject({ errCode: -403001 });
  });

  test('at most 50 files at once', async () => {
    for (const route of ['tempFileURL', 'deleteFile'])
      for (const fileList of [[], Array(51).fill('cloud://x')])
        expect(await gate.ask(route, { fileList })).toMatchObject({ errCode: -501007 });
  });
});
