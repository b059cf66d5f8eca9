import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const call = `(wx.cloud.init(), wx.cloud.callFunction({ name: 'none' }))`;
const asked = () => device.cloud.context.log.find({}).filter(({ what }) => what.startsWith('call')).length;

afterEach(() => device.control.setNetwork('online'));

test('offline nothing leaves the phone, and the mini-program is told', async () => {
  await device.outcome(
    `Promise.resolve(wx.onNetworkStatusChange((state) => getCurrentPages()[0].tell(state)))`,
  );
  await device.control.setNetwork('offline');
  expect(await device.told()).toEqual({ isConnected: false, networkType: 'none' });
  expect(await device.outcome('wx.getNetworkType()')).toMatchObject({ networkType: 'none' });
  const before = asked();
  expect(await device.outcome(call)).toMatchObject({
    errCode: -1,
    errMsg: expect.stringContaining('cloud.callFunction:fail'),
  });
  expect(await device.outcome(`wx.request({ url: '${device.cloud.controlUrl}/users' })`)).toMatchObject({
    errMsg: 'request:fail net::ERR_INTERNET_DISCONNECTED',
  });
  expect(asked()).toBe(before);
  await device.outcome('Promise.resolve(wx.offNetworkStatusChange())');
});

test('online the same call reaches the cloud, which refuses it in its own words', async () => {
  const before = asked();
  expect(await device.outcome(call)).toMatchObject({ errCode: -501000 });
  expect(asked()).toBe(before + 1);
});

test('a slow network is late by what it is told to be', async () => {
  await device.control.setNetwork('slow', { latency: 150, bytesPerSecond: 1_000_000 });
  const took = (await device.outcome(
    `(async () => { const began = Date.now(); await ${call}.catch(() => {}); return Date.now() - began })()`,
  )) as number;
  expect(took).toBeGreaterThanOrEqual(149);
  expect(await device.outcome('wx.getNetworkType()')).toMatchObject({ networkType: '3g', weakNet: true });
});

test('an upload tells how far it is, and what was uploaded comes back', async () => {
  const path = await device.control.addFile(Buffer.alloc(50_000, 'x'), 'text/plain');
  const uploaded = (await device.outcome(`new Promise((resolve, reject) => {
    wx.cloud.init();
    const seen = [];
    const task = wx.cloud.uploadFile({ cloudPath: 'a/b.txt', filePath: '${path}',
      success: (result) => resolve({ ...result, seen }), fail: reject });
    task.onProgressUpdate(({ progress }) => seen.push(progress));
  })`)) as { fileID: string; seen: number[] };
  expect(uploaded.fileID).toMatch(/^cloud:\/\/.*\/a\/b\.txt$/);
  expect(uploaded.seen.at(-1)).toBe(100);
  const { tempFilePath } = (await device.outcome(
    `wx.cloud.downloadFile({ fileID: '${uploaded.fileID}' })`,
  )) as { tempFilePath: string };
  const size = `Promise.resolve(wx.getFileSystemManager().statSync('${tempFilePath}').size)`;
  expect(await device.outcome(size)).toBe(50_000);
});

test('wx.request and wx.downloadFile reach a server without the rules of a browser', async () => {
  const url = `${device.cloud.controlUrl}/users`;
  expect(await device.outcome(`wx.request({ url: '${url}' })`)).toMatchObject({
    statusCode: 200,
    data: { users: [{ openid: device.phone.session.openid }] },
  });
  expect(await device.outcome(`wx.downloadFile({ url: '${url}' })`)).toMatchObject({
    statusCode: 200,
    tempFilePath: expect.stringMatching(/^http:\/\/tmp\//),
  });
});
