import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

interface Chosen {
  readonly tempFiles: readonly { readonly name: string; readonly path: string; readonly time: number }[];
}

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const bytes = Buffer.from([0x50, 0x4b, 3, 4, 0, 255]);
const base64 = bytes.toString('base64');
const sheet = { name: '房屋.XLSX', base64 };
const photo = { name: '楼道.jpg', base64 };
const film = { name: '漏水.mp4', base64 };
const forSheets = `wx.chooseMessageFile({ count: 1, type: 'file', extension: ['xlsx', '.csv'] })`;
const ofComputer = (name: string, buffer = bytes) => ({ name, mimeType: '', buffer });
const pick = (...names: string[]) =>
  device.phone.page.setInputFiles(
    '.system-sheet input',
    names.map((name) => ofComputer(name)),
  );
const read = (path: string) =>
  device.outcome(
    `new Promise((success, fail) => wx.getFileSystemManager().readFile({ filePath: '${path}', encoding: 'base64', success, fail }))`,
  );

test('canIUse knows it, and miniprogram-automator calls it', async () => {
  expect(await device.outcome(`wx.canIUse('chooseMessageFile')`)).toBe(true);
  await device.control.answerNext('chooseMessageFile', sheet);
  expect(await device.miniProgram.callWxMethod('chooseMessageFile', { count: 1 })).toMatchObject({
    tempFiles: [{ name: '房屋.XLSX' }],
  });
});

test('a file from outside is handed over with its bytes: they can be read, and go to the cloud', async () => {
  await device.control.answerNext('chooseMessageFile', sheet);
  const answer = (await device.outcome(forSheets)) as Chosen;
  expect(answer).toEqual({
    errMsg: 'chooseMessageFile:ok',
    tempFiles: [
      {
        name: '房屋.XLSX',
        path: expect.stringMatching(/^http:\/\/tmp\/\w+\.xlsx$/),
        size: bytes.length,
        type: 'file',
        time: expect.any(Number),
      },
    ],
  });
  const [{ path, time }] = answer.tempFiles as [Chosen['tempFiles'][0]];
  expect(Math.abs(time - Date.now() / 1000)).toBeLessThan(60);
  expect(await read(path)).toMatchObject({ data: base64 });
  const { fileID } = (await device.outcome(
    `(wx.cloud.init(), wx.cloud.uploadFile({ cloudPath: 'imports/homes.xlsx', filePath: '${path}' }))`,
  )) as { fileID: string };
  const { tempFilePath } = (await device.outcome(`wx.cloud.downloadFile({ fileID: '${fileID}' })`)) as {
    tempFilePath: string;
  };
  expect(await read(tempFilePath)).toMatchObject({ data: base64 });
});

test('a person takes a file of the computer; it then lies in the chat and is taken from there', async () => {
  const { page } = device.phone;
  const first = device.outcome(forSheets);
  await page.waitForSelector('text=选电脑上的文件');
  expect(await page.textContent('.system-question')).toBe('从聊天里选文件');
  expect(await page.getAttribute('.system-sheet input', 'accept')).toBe('.xlsx,.csv');
  await pick('一期.xlsx');
  expect(await first).toMatchObject({ tempFiles: [{ name: '一期.xlsx', size: 6, type: 'file' }] });
  const again = device.outcome(forSheets);
  await page.click('.message-file:has-text("一期.xlsx")');
  await page.click('text=完成(1)');
  const { tempFiles } = (await again) as Chosen;
  expect(await read(tempFiles[0]!.path)).toMatchObject({ data: base64 });
});

test('a file of another kind, and more than were asked for, are not taken; the sheet says so', async () => {
  const { page } = device.phone;
  const chosen = device.outcome(`wx.chooseMessageFile({ count: 2, type: 'file', extension: ['pdf'] })`);
  await page.waitForSelector('text=聊天里还没有可以选的文件');
  await pick('一期.xlsx');
  await page.waitForSelector('text=这里选不了这种文件，请选 pdf');
  await pick('1.pdf', '2.pdf', '3.pdf');
  await page.waitForSelector('text=最多选 2 个，请重新选');
  await pick('1.pdf', '2.pdf');
  expect(await chosen).toMatchObject({ tempFiles: [{ name: '1.pdf' }, { name: '2.pdf' }] });
});

test('who takes nothing has cancelled', async () => {
  const refused = { errMsg: 'chooseMessageFile:fail cancel' };
  const chosen = device.outcome(forSheets);
  await device.phone.page.click('text=取消');
  expect(await chosen).toEqual(refused);
  await device.control.answerNext('chooseMessageFile', 'cancel');
  expect(await device.outcome(forSheets)).toEqual(refused);
});

test.each([
  ['all', [sheet, photo, film], ['file', 'image', 'video']],
  ['image', [photo], ['image']],
  ['video', [film], ['video']],
  ['file', [sheet], ['file']],
])('type %s', async (type, given, types) => {
  await device.control.answerNext('chooseMessageFile', given);
  const { tempFiles } = (await device.outcome(
    `wx.chooseMessageFile({ count: 3, type: '${type}' })`,
  )) as Chosen;
  expect(tempFiles).toEqual(types.map((one) => expect.objectContaining({ type: one })));
});

test.each([
  ['a picture for a file', forSheets, photo],
  ['an ending not asked for', forSheets, { name: '合同.pdf', base64 }],
  ['more than asked for', forSheets, [sheet, sheet]],
  ['a file without a name', forSheets, { base64 }],
  ['a file for a picture', `wx.chooseMessageFile({ count: 1, type: 'image' })`, sheet],
])('%s is no answer', async (_case, call, given) => {
  await device.control.answerNext('chooseMessageFile', given);
  const { errMsg } = (await device.outcome(call)) as { errMsg: string };
  expect(errMsg).toContain(`is answered with 'cancel' or up to 1 {name, base64}`);
});

test('endings count for the type file alone; an empty one and no count are refused', async () => {
  await device.control.answerNext('chooseMessageFile', photo);
  expect(
    await device.outcome(`wx.chooseMessageFile({ count: 1, type: 'all', extension: ['pdf'] })`),
  ).toMatchObject({ tempFiles: [{ name: '楼道.jpg' }] });
  expect(await device.outcome(`wx.chooseMessageFile({ count: 1, extension: [''] })`)).toMatchObject({
    errMsg: expect.stringContaining('parameter.extension'),
  });
  expect(await device.outcome('wx.chooseMessageFile({})')).toMatchObject({
    errMsg: expect.stringContaining('parameter.count'),
  });
});
