import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud({ privacy: ['位置信息', '选中的照片或视频', '手机号', '麦克风'] });
});

beforeEach(() => device.home());

afterAll(() => device.stop());

beforeEach(() => device.control.resetPrivacy());

const notAuthorized = 'fail privacy permission is not authorized';

test('what the guide does not declare fails with 112', async () => {
  expect(await device.outcome('wx.chooseInvoiceTitle()')).toEqual({
    errMsg: 'chooseInvoiceTitle:fail api scope is not declared in the privacy agreement',
    errno: 112,
  });
  expect(await device.outcome('wx.chooseMessageFile({ count: 1 })')).toMatchObject({ errno: 112 });
});

test("WeChat's own question: agreed once, asked no more", async () => {
  expect(await device.outcome('wx.getPrivacySetting()')).toMatchObject({
    needAuthorization: true,
    privacyContractName: '《接口小程序隐私保护指引》',
  });
  const asked = device.outcome('wx.requirePrivacyAuthorize()');
  await device.phone.page.click('text=同意 >> nth=-1');
  expect(await asked).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' });
  expect(await device.outcome('wx.getPrivacySetting()')).toMatchObject({ needAuthorization: false });
});

test('a refusal: 104, for interfaces with a scope 103, and no question for ten seconds', async () => {
  await device.control.answerNext('privacy', 'disagree');
  expect(await device.outcome('wx.chooseMedia({ count: 1 })')).toEqual({
    errMsg: `chooseMedia:${notAuthorized}`,
    errno: 104,
  });
  expect(await device.outcome('wx.getLocation()')).toEqual({
    errMsg: `getLocation:${notAuthorized}`,
    errno: 103,
  });
  expect(await device.control.pending()).toEqual([]);
});

test('two interfaces at once wait for one question', async () => {
  const both = device.outcome('Promise.all([wx.requirePrivacyAuthorize(), wx.requirePrivacyAuthorize()])');
  await device.control.asked('privacy');
  expect(await device.control.pending()).toHaveLength(1);
  await device.control.answerNext('privacy', 'agree');
  expect(await both).toHaveLength(2);
});

test('the guide can be read before answering', async () => {
  const asked = device.outcome('wx.requirePrivacyAuthorize()');
  await device.phone.page.click('.system-link');
  expect(await device.phone.page.textContent('.system-text ul')).toBe('位置信息选中的照片或视频手机号麦克风');
  await device.phone.page.click('.system-back');
  await device.control.answerNext('privacy', 'disagree');
  expect(await asked).toMatchObject({ errno: 104 });
});

test('a button for consent and for the phone number in one', async () => {
  await device.control.answerNext('getPhoneNumber', 'allow');
  await device.phone.page.click('.both');
  expect(await device.told()).toMatchObject({ errMsg: 'getPhoneNumber:ok' });
});

// A listener stays for the life of the app: these come last.
describe("the mini-program's own question", () => {
  const listen = (answer: string) =>
    device.outcome(`new Promise((done) => {
      wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
        const app = getApp();
        app.referrer = referrer;
        app.resolve = resolve;
        ${answer}
      });
      done();
    })`);

  test('hears who asks, and its refusal counts', async () => {
    await listen(`resolve({ event: 'exposureAuthorization' }); resolve({ event: 'disagree' });`);
    expect(await device.outcome('wx.chooseImage()')).toEqual({
      errMsg: `chooseImage:${notAuthorized}`,
      errno: 104,
    });
    expect(await device.outcome('Promise.resolve(getApp().referrer)')).toBe('chooseImage');
  });

  test('agreeing without a tap on the button is no consent', async () => {
    await listen(`resolve({ event: 'agree', buttonId: 'agree-button' });`);
    expect(await device.outcome('wx.chooseImage()')).toEqual({
      errMsg: `chooseImage:${notAuthorized} or buttonId is wrong`,
      errno: 104,
    });
  });

  test('a tap on the button lets the waiting interface go on', async () => {
    await listen('');
    await device.control.answerNext('chooseImage', 'cancel');
    const chosen = device.outcome('wx.chooseImage()');
    await device.phone.page.click('.agree');
    expect(await device.told()).toEqual({ errMsg: 'agreePrivacyAuthorization:ok' });
    await device.outcome(`Promise.resolve(getApp().resolve({ event: 'agree', buttonId: 'agree-button' }))`);
    expect(await chosen).toEqual({ errMsg: 'chooseImage:fail cancel' });
  });
});
