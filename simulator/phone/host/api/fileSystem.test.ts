import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

/** Runs with the file system as `fs` and the user's folder as `home`. */
const withFiles = (body: string) =>
  device.outcome(`(async () => { const fs = wx.getFileSystemManager(); const home = wx.env.USER_DATA_PATH;
    const call = (name, options) => new Promise((success, fail) => fs[name]({ ...options, success, fail }));
    ${body} })()`);

test('what is written is read again, as text and as bytes', async () => {
  expect(
    await withFiles(`fs.writeFileSync(home + '/a.txt', '暖邻', 'utf8');
      fs.appendFileSync(home + '/a.txt', '!');
      const { data } = await call('readFile', { filePath: home + '/a.txt' });
      return [fs.readFileSync(home + '/a.txt', 'utf8'), data.byteLength, fs.readFileSync(home + '/a.txt', 'base64'),
        fs.readFileSync(home + '/a.txt', 'hex', 0, 3), fs.statSync(home + '/a.txt').size, fs.statSync(home).isDirectory()];`),
  ).toEqual(['暖邻!', 7, '5pqW6YK7IQ==', 'e69a96', 7, true]);
});

test('base64 and bytes are written as what they mean', async () => {
  expect(
    await withFiles(`fs.writeFileSync(home + '/b', 'aGk=', 'base64');
      await call('writeFile', { filePath: home + '/c', data: new Uint8Array([104, 105]).buffer });
      return [fs.readFileSync(home + '/b', 'utf8'), fs.readFileSync(home + '/c', 'ascii')];`),
  ).toEqual(['hi', 'hi']);
});

test('folders are made, listed and taken away', async () => {
  expect(
    await withFiles(`fs.mkdirSync(home + '/x/y', true);
      fs.writeFileSync(home + '/x/y/z.txt', 'z');
      const before = fs.readdirSync(home + '/x');
      const refused = await call('rmdir', { dirPath: home + '/x' }).catch((error) => error.errMsg);
      fs.rmdirSync(home + '/x', true);
      const gone = await call('access', { path: home + '/x/y/z.txt' }).catch((error) => error.errMsg);
      return [before, refused, gone];`),
  ).toEqual([
    ['y'],
    'rmdir:fail directory not empty',
    'access:fail no such file or directory http://usr/x/y/z.txt',
  ]);
});

test('files are copied, renamed and removed', async () => {
  expect(
    await withFiles(`fs.writeFileSync(home + '/one', '1');
      await call('copyFile', { srcPath: home + '/one', destPath: home + '/two' });
      fs.renameSync(home + '/two', home + '/three');
      fs.unlinkSync(home + '/one');
      return fs.readdirSync(home).filter((name) => ['one', 'two', 'three'].includes(name));`),
  ).toEqual(['three']);
});

test('a temporary file is saved: it moves, and is in the list', async () => {
  const temporary = await device.control.addFile(Buffer.from('saved'), 'text/plain');
  const saved = (await device.outcome(
    `new Promise((success, fail) => wx.saveFile({ tempFilePath: '${temporary}', success, fail }))`,
  )) as { savedFilePath: string };
  expect(saved.savedFilePath).toMatch(/^http:\/\/store\//);
  const list = await withFiles(`return call('getSavedFileList')`);
  expect(list).toMatchObject({ fileList: [{ filePath: saved.savedFilePath, size: 5 }] });
  expect(await withFiles(`return call('getFileInfo', { filePath: '${temporary}' })`)).toEqual({
    errMsg: 'getFileInfo:fail file not exist',
  });
});

test.each([
  [`fs.readFileSync(home + '/none')`, 'readFileSync:fail no such file or directory, open http://usr/none'],
  [`fs.writeFileSync('http://tmp/x', '')`, 'writeFileSync:fail permission denied, open http://tmp/x'],
  [
    `fs.writeFileSync(home + '/no/x', '')`,
    'writeFileSync:fail no such file or directory, open http://usr/no/x',
  ],
  [`fs.unlinkSync(home + '/none')`, 'unlinkSync:fail no such file or directory http://usr/none'],
  [`fs.readFileSync(home + '/kept', 'klingon')`, 'readFileSync:fail invalid encoding "klingon"'],
])('%s throws', async (source, message) => {
  expect(await withFiles(`fs.writeFileSync(home + '/kept', 'k'); return ${source}`)).toMatchObject({
    message,
  });
});

test('a file of the package is read, its code is not', async () => {
  expect(await withFiles(`return call('getFileInfo', { filePath: '/images/seal.png' })`)).toMatchObject({
    size: expect.any(Number),
  });
  expect(await withFiles(`return call('readFile', { filePath: '/app.js' })`)).toEqual({
    errMsg: 'readFile:fail no such file or directory, open /app.js',
  });
});

test('the files of the user outlive a reload, temporary ones do not', async () => {
  const temporary = await device.control.addFile(Buffer.from('t'), 'text/plain');
  await withFiles(`fs.writeFileSync(home + '/stays.txt', 'here')`);
  await device.phone.page.waitForFunction(`localStorage.getItem('file:http://usr/stays.txt') !== null`);
  const ready = device.phone.link.once('Phone.ready');
  await device.phone.page.reload();
  await ready;
  expect(await withFiles(`return fs.readFileSync(home + '/stays.txt', 'utf8')`)).toBe('here');
  expect(await withFiles(`return call('access', { path: '${temporary}' })`)).toMatchObject({
    errMsg: `access:fail no such file or directory ${temporary}`,
  });
});
