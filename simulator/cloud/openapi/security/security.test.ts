import { Harness, li, wang } from '../testing/harness';
import { markerIn } from './marker';
import { verdictOn } from './words';

let harness: Harness;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.close());

const traceId = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
const good = { version: 2, scene: 2, openid: wang, content: '电梯又停了' };
const checkText = (args: Record<string, unknown>) => harness.call('security.msgSecCheck', args);

describe('msgSecCheck', () => {
  test('a harmless text passes', async () => {
    expect(await checkText(good)).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100 }],
      trace_id: expect.stringMatching(traceId),
    });
  });

  test('the worst word decides, every word is listed', async () => {
    harness.service.settings.set('words', [
      { text: '优惠', suggest: 'review', label: 10001 },
      { text: '骗子', suggest: 'risky', label: 20003 },
    ]);
    const answer = await checkText({ ...good, content: '优惠，骗子' });
    expect(answer.result).toEqual({ suggest: 'risky', label: 20003 });
    expect(answer.detail).toMatchObject([
      { strategy: 'content_model', suggest: 'risky' },
      { strategy: 'keyword', keyword: '骗子', label: 20003 },
      { strategy: 'keyword', keyword: '优惠', label: 10001 },
    ]);
  });

  test.each([
    [1, 'risky'],
    [2, 'pass'],
  ])('in scene %i a risky signature is %s', async (scene, suggest) => {
    const answer = await checkText({ ...good, scene, signature: '赌博平台' });
    expect(answer.result).toMatchObject({ suggest });
  });

  test('title and nickname count too', async () => {
    expect((await checkText({ ...good, title: '赌博平台' })).result).toMatchObject({ suggest: 'risky' });
    expect((await checkText({ ...good, nickname: '加微信返利' })).result).toMatchObject({
      suggest: 'review',
    });
  });

  test('2,500 characters pass, one more does not', async () => {
    expect((await checkText({ ...good, content: '好'.repeat(2500) })).errcode).toBe(0);
    expect((await checkText({ ...good, content: '好'.repeat(2501) })).errcode).toBe(45002);
  });

  test.each([
    ['no content', { content: undefined }, 44002],
    ['an empty content', { content: '' }, 44002],
    ['a content that is no text', { content: 5 }, 47001],
    ['no scene', { scene: undefined }, 40129],
    ['scene 5', { scene: 5 }, 40129],
    ['no openid', { openid: undefined }, 40003],
    ['an unknown openid', { openid: 'nobody' }, 40003],
    ['a user who has been away for three hours', { openid: li }, 61010],
    ['version 3', { version: 3 }, 40097],
  ])('%s is refused', async (_what, change, errcode) => {
    const args = Object.fromEntries(
      Object.entries({ ...good, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(await checkText(args)).toMatchObject({ errcode });
  });

  test('a visit of exactly two hours ago still counts', async () => {
    const { clock } = harness.context;
    clock.set(clock.now() + 2 * 3_600_000);
    expect((await checkText(good)).errcode).toBe(0);
    clock.set(clock.now() + 1);
    expect((await checkText(good)).errcode).toBe(61010);
  });

  test('version 1 answers risky content with 87014 and asks for nobody', async () => {
    expect((await checkText({ content: '你好' })).errcode).toBe(0);
    expect(await checkText({ content: '赌博平台' })).toMatchObject({
      errcode: 87014,
      errmsg: expect.stringMatching(/^risky content rid: /),
    });
  });
});

describe('mediaCheckAsync', () => {
  const url = 'http://127.0.0.1:1/storage/files/a.jpg?sign=1';
  const media = { version: 2, scene: 2, openid: wang, media_url: url, media_type: 2 };
  const checkMedia = (change: Record<string, unknown> = {}) =>
    harness.call('security.mediaCheckAsync', { ...media, ...change });
  const later = () => harness.context.agenda.advance(harness.context.clock.now() + 5000);

  test('the verdict comes later, as an event with the same trace id', async () => {
    harness.files.set(url, Buffer.from('picture'));
    const { trace_id: trace } = await checkMedia();
    expect(trace).toMatch(traceId);
    expect(harness.pushed).toEqual([]);
    await later();
    expect(harness.pushed).toEqual([
      {
        ToUserName: expect.stringMatching(/^gh_[0-9a-f]{12}$/),
        FromUserName: wang,
        CreateTime: Math.floor(harness.context.clock.now() / 1000),
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: harness.context.settings.appid,
        trace_id: trace,
        version: 2,
        errcode: 0,
        errmsg: 'ok',
        detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100, prob: 90 }],
        result: { suggest: 'pass', label: 100 },
      },
    ]);
    expect(harness.service.media.list()).toMatchObject([{ traceId: trace, status: 'delivered' }]);
  });

  test('the set verdict and delay hold', async () => {
    harness.service.settings.set('media', { suggest: 'review', label: 20006, delay: 60_000 });
    harness.files.set(url, Buffer.from('picture'));
    await checkMedia();
    await later();
    expect(harness.pushed).toEqual([]);
    await harness.context.agenda.advance(harness.context.clock.now() + 55_000);
    expect(harness.pushed).toMatchObject([{ result: { suggest: 'review', label: 20006 } }]);
  });

  test('a marked file brings its own verdict', async () => {
    harness.files.set(url, Buffer.from([255, 0, ...Buffer.from('verdict=risky:20002'), 255]));
    await checkMedia();
    await later();
    expect(harness.pushed).toMatchObject([{ result: { suggest: 'risky', label: 20002 } }]);
  });

  test('a file that cannot be downloaded, or is over 10 MB, gives -1008', async () => {
    await checkMedia();
    harness.files.set(url, Buffer.alloc(10 * 1024 * 1024 + 1));
    await checkMedia();
    await later();
    expect(harness.pushed).toMatchObject([
      { errcode: -1008, result: {} },
      { errcode: -1008, result: {} },
    ]);
  });

  test('a pending check can be decided at once, and only once', async () => {
    harness.files.set(url, Buffer.from('picture'));
    const { trace_id: trace } = await checkMedia();
    await harness.service.media.decide(String(trace), 'risky', 20001);
    expect(harness.pushed).toMatchObject([{ trace_id: trace, result: { suggest: 'risky', label: 20001 } }]);
    await later();
    expect(harness.pushed).toHaveLength(1);
    await expect(harness.service.media.decide(String(trace), 'pass', 100)).rejects.toThrow(/pending/);
    await expect(harness.service.media.decide('none', 'pass', 100)).rejects.toThrow(/pending/);
  });

  test.each([
    ['media type 3', { media_type: 3 }, 40004],
    ['no address', { media_url: '' }, 44002],
    ['scene 0', { scene: 0 }, 40129],
    ['an unknown openid', { openid: 'nobody' }, 40003],
    ['a user who has been away', { openid: li }, 61010],
  ])('%s is refused', async (_what, change, errcode) => {
    expect(await checkMedia(change)).toMatchObject({ errcode });
    expect(harness.service.media.list()).toEqual([]);
  });

  test('version 1 is refused by name', async () => {
    await expect(checkMedia({ version: 1 })).rejects.toThrow(/version: 2 only/);
  });
});

describe('imgSecCheck', () => {
  const checkImage = (bytes: Uint8Array, fileName = 'media.png') =>
    harness.call('security.imgSecCheck', {}, { media: { fileName, bytes } });

  test.each([
    ['a clean image', Buffer.from('x'), 0],
    ['a marked image', Buffer.from('verdict=risky'), 87014],
    ['an image over 1 MB', Buffer.alloc(1024 * 1024 + 1), 45002],
    ['an empty image', Buffer.alloc(0), 41005],
  ])('%s', async (_what, bytes, errcode) => {
    expect(await checkImage(bytes)).toMatchObject({ errcode });
  });

  test('no image at all', async () => {
    expect(await harness.call('security.imgSecCheck', {})).toMatchObject({ errcode: 41005 });
  });
});

test.each([
  ['http://h/files/cat-verdict-review-20006.jpg', undefined, { suggest: 'review', label: 20006 }],
  ['http://h/verdict-risky/cat.jpg', undefined, undefined],
  ['http://h/cat.jpg?x=verdict-risky', undefined, undefined],
  ['http://h/review.jpg', undefined, undefined],
  ['http://h/cat.jpg', Buffer.from('..verdict=pass..'), { suggest: 'pass', label: 100 }],
  ['http://h/cat.jpg', Buffer.from('..verdict=risky..'), { suggest: 'risky', label: 21000 }],
] as const)('the mark of %s', (url, bytes, verdict) => {
  expect(markerIn(url, bytes)).toEqual(verdict);
});

test('an empty word is in no text', () => {
  expect(verdictOn('任何', [{ text: '', suggest: 'risky', label: 1 }]).suggest).toBe('pass');
});
