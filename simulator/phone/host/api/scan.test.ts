import qrcode from 'qrcode';
import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

/** A picture of a QR code, four pixels a module with the quiet zone it needs. */
async function pictureOf(text: string): Promise<Buffer> {
  return qrcode.toBuffer(text, { scale: 4, margin: 4 });
}

test('a text that was put in is what the scanner reads', async () => {
  await device.control.answerNext('scanCode', 'door-17');
  expect(await device.outcome('wx.scanCode()')).toEqual({
    errMsg: 'scanCode:ok',
    result: 'door-17',
    scanType: 'QR_CODE',
    charSet: 'UTF-8',
    path: '',
    rawData: Buffer.from('door-17').toString('base64'),
  });
});

test('a mini-program code gives its path', async () => {
  await device.control.answerNext('scanCode', { path: 'pages/other/other?scene=7' });
  expect(await device.outcome('wx.scanCode()')).toMatchObject({
    scanType: 'WX_CODE',
    path: 'pages/other/other?scene=7',
  });
});

test('a person writes the code, or gives up', async () => {
  const scanned = device.outcome('wx.scanCode({ onlyFromCamera: true })');
  await device.phone.page.fill('.scan-text', '点位 3');
  expect(await device.phone.page.$('.scan-more')).toBeNull();
  await device.phone.page.click('text=扫到了');
  expect(await scanned).toMatchObject({ result: '点位 3' });
  const left = device.outcome('wx.scanCode()');
  await device.phone.page.click('[aria-label=关闭]');
  expect(await left).toEqual({ errMsg: 'scanCode:fail cancel' });
});

test("a code before the computer's camera is read, and the camera goes off", async () => {
  const data = (await pictureOf('door-18')).toString('base64');
  await device.phone.page.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${data}';
    await image.decode();
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: image.width, height: image.height });
    const pen = canvas.getContext('2d');
    const draw = () => pen.drawImage(image, 0, 0);
    draw();
    setInterval(draw, 50);
    const stream = window.seenByCamera = canvas.captureStream(20);
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: async () => stream, configurable: true });
  })()`);
  const scanned = device.outcome('wx.scanCode({ onlyFromCamera: true })');
  await device.phone.page.click('text=用电脑的摄像头');
  expect(await scanned).toMatchObject({ result: 'door-18', scanType: 'QR_CODE' });
  expect(await device.phone.page.evaluate('seenByCamera.getTracks()[0].readyState')).toBe('ended');
  await device.phone.page.evaluate(
    `Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: () => Promise.reject(new Error('no camera')) })`,
  );
  const left = device.outcome('wx.scanCode()');
  await device.phone.page.click('text=用电脑的摄像头');
  await device.phone.page.waitForSelector('text=打不开电脑的摄像头');
  await device.phone.page.click('[aria-label=关闭]');
  expect(await left).toEqual({ errMsg: 'scanCode:fail cancel' });
});

test('the code in the newest picture of the album is read', async () => {
  await device.control.addPicture(await pictureOf('https://example.com/巡检/12'), 'image/png');
  const scanned = device.outcome('wx.scanCode()');
  await device.phone.page.click('text=相册里最新的一张');
  expect(await scanned).toMatchObject({ result: 'https://example.com/巡检/12', scanType: 'QR_CODE' });
});

test('a picture without a code says so and the scanner stays open', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await device.control.addPicture(png, 'image/png');
  const scanned = device.outcome('wx.scanCode()');
  await device.phone.page.click('text=相册里最新的一张');
  await device.phone.page.waitForSelector('text=图片里没有找到二维码');
  await device.control.answerNext('scanCode', 'cancel');
  expect(await scanned).toEqual({ errMsg: 'scanCode:fail cancel' });
});

test('a bar code where only a bar code is wanted', async () => {
  await device.control.answerNext('scanCode', { result: '6901234567892', scanType: 'EAN_13' });
  expect(await device.outcome(`wx.scanCode({ scanType: ['barCode'] })`)).toMatchObject({
    scanType: 'EAN_13',
  });
  await device.control.answerNext('scanCode', 'qr');
  const refused = (await device.outcome(`wx.scanCode({ scanType: ['barCode'] })`)) as { errMsg: string };
  expect(refused.errMsg).toContain('a code of type QR_CODE was shown');
});

test('an invoice title is chosen from the list, or given up', async () => {
  const chosen = device.outcome('wx.chooseInvoiceTitle()');
  await device.phone.page.click('text=示例科技有限公司');
  expect(await chosen).toMatchObject({ type: 0, title: '示例科技有限公司', taxNumber: '91310000MA1K00000X' });
  await device.control.answerNext('chooseInvoiceTitle', 'cancel');
  expect(await device.outcome('wx.chooseInvoiceTitle()')).toEqual({
    errMsg: 'chooseInvoiceTitle:fail cancel',
  });
});

test('addresses are absent by name', async () => {
  expect(await device.outcome('wx.chooseAddress()')).toEqual({
    errMsg: 'chooseAddress:fail not supported by the simulator',
  });
});
