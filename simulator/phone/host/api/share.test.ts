import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

test('a button asks the page for its card, and the card goes to a chat', async () => {
  const told = device.phone.link.once('Phone.card');
  await device.phone.page.click('.share');
  await device.phone.page.click('.chat-entry >> text=邻居群');
  const card = {
    chat: '邻居群',
    title: '三月账单',
    path: 'pages/other/other?bill=7',
    imageUrl: '/images/seal.png',
  };
  expect(await told).toMatchObject(card);
  expect(await device.control.cards()).toMatchObject([card]);
  expect(await device.outcome('Promise.resolve(getCurrentPages()[0].shared)')).toEqual({
    from: 'button',
    target: { id: 'share-button', dataset: { what: 'bill' } },
  });
});

test('the menu behind the capsule shares too', async () => {
  await device.control.answerNext('share', '家人');
  await device.phone.page.click('.capsule');
  await device.phone.page.click('text=转发给朋友');
  await device.phone.page.waitForFunction(`document.querySelector('.system-veil') === null`);
  expect((await device.control.cards()).at(-1)).toMatchObject({ chat: '家人' });
  expect(await device.outcome('Promise.resolve(getCurrentPages()[0].shared)')).toEqual({ from: 'menu' });
});

test('who gives up sends nothing', async () => {
  const { length } = await device.control.cards();
  await device.phone.page.click('.share');
  await device.phone.page.click('.system-button >> text=取消');
  expect(await device.control.cards()).toHaveLength(length);
});

test('a page without onShareAppMessage, or with its menu hidden, has nothing to forward', async () => {
  const canForward = async () => {
    await device.phone.page.click('.capsule');
    const text = await device.phone.page.textContent('.menu-entry');
    await device.phone.page.click('.system-button >> text=取消');
    return text === '转发给朋友';
  };
  await device.outcome('wx.hideShareMenu()');
  expect(await canForward()).toBe(false);
  await device.outcome('wx.showShareMenu()');
  expect(await canForward()).toBe(true);
  await device.miniProgram.callWxMethod('reLaunch', { url: '/pages/other/other' });
  expect(await canForward()).toBe(false);
});

test('a promise decides what the card shows', async () => {
  await device.control.answerNext('share', '家人');
  await device.outcome(`Promise.resolve(getCurrentPages()[0].onShareAppMessage = () => ({
    title: '先', promise: new Promise((done) => setTimeout(() => done({ title: '后' }), 20)),
  }))`);
  const told = device.phone.link.once('Phone.card');
  await device.phone.page.click('.share');
  expect(await told).toMatchObject({ title: '后', path: 'pages/home/home' });
});

test('without a picture of its own a card shows the top of its page', async () => {
  await device.outcome(`Promise.resolve(getCurrentPages()[0].onShareAppMessage = () => ({ title: '页' }))`);
  await device.outcome(
    `Promise.resolve(getCurrentPages()[0].setData({ outcome: '甲甲甲甲', picture: '/images/seal.png' }))`,
  );
  await device.phone.page.waitForFunction(
    `document.querySelector('.picture').shadowRoot.querySelector('img').naturalWidth === 4`,
  );
  await device.control.answerNext('share', '家人');
  const told = device.phone.link.once('Phone.card');
  await device.phone.page.click('.share');
  const { imageUrl } = (await told) as { imageUrl: string };
  const { width, height, dark } = (await device.phone.page.evaluate(`(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(imageUrl)};
    await image.decode();
    const canvas = document.createElement('canvas');
    const pen = canvas.getContext('2d');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    pen.drawImage(image, 0, 0);
    const dark = (selector) => {
      const { left, top, width, height } = document.querySelector(selector).getBoundingClientRect();
      const scale = image.naturalWidth / innerWidth;
      const page = document.querySelector('.page-frame:not([hidden])').getBoundingClientRect();
      const { data } = pen.getImageData(left * scale, (top - page.top) * scale, width * scale, height * scale);
      return data.filter((value, at) => at % 4 === 0 && value < 128).length;
    };
    return { width: image.naturalWidth, height: image.naturalHeight, dark: ['.run', '.outcome', '.share'].map(dark) };
  })()`)) as { width: number; height: number; dark: number[] };
  expect([width, height]).toEqual([300, 240]);
  for (const count of dark) expect(count).toBeGreaterThan(20);
});

test('a card that was received opens its page with the scene of a card', async () => {
  await device.control.open('pages/other/other?bill=9', 1007);
  expect(await device.phone.page.textContent('.bill')).toBe('9');
  expect(await device.outcome('Promise.resolve(getApp().shows.at(-1))')).toEqual({
    path: 'pages/other/other',
    scene: 1007,
    query: { bill: '9' },
  });
});
