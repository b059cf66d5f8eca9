import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { readCodeText } from '../../../simulator/cloud/openapi/codes/codeText';
import { ownerParty, publishBill, startPaidWorld } from './money';
import { codeOf, granted, type World } from './world';

jest.setTimeout(60_000);

describe('printed bill slips', () => {
  let world: World;
  beforeAll(async () => {
    world = await startPaidWorld();
    await publishBill(world, { amount: 21_450 });
    await publishBill(world, { amount: 16_045, itemName: '电费', purpose: 'electricity' });
    await publishBill(world, { amount: 999, partyId: 'resident-t-former' });
  });
  afterAll(() => world?.stop());

  const print = (homeIds: string[], person = 'customerService') =>
    world.ask(person, 'messages.printSlips', { communityId: 'yunqi', homeIds });

  test('carry what is due now and a code that leads to bind that home and pay', async () => {
    const sheet = granted(await print(['yunqi-1201', 'yunqi-1202']));
    expect(sheet).toMatchObject({ slips: 1, withoutDue: 1 });
    const pdf = Buffer.from(await (await fetch(sheet.link)).arrayBuffer());
    const text = textIn(pdf);
    expect(text).toContain('应缴合计|¥374.95');
    expect(text).toContain('3栋2单元1201');
    expect(text).not.toContain('¥9.99');
    expect(readCodeText(codeIn(pdf))).toMatchObject({
      path: `packages/homes/bind/index?scene=${encodeURIComponent('h=yunqi-1201&c=yunqi')}`,
    });
    const [audit] = (await world.all('audits')).filter(({ action }) => action === 'messages.printSlips');
    expect(audit).toMatchObject({ notes: [{ what: 'slipsPrinted', subjects: expect.any(Array) }] });
    expect(ownerParty).toBe('resident-t-owner');
  });

  test('asking again with the same request gives a sheet again', async () => {
    const input = { communityId: 'yunqi', homeIds: ['yunqi-1201'] };
    const ask = () => world.ask('finance', 'messages.printSlips', input, 'request-slips');
    expect(granted(await ask()).slips).toBe(1);
    expect(granted(await ask()).slips).toBe(1);
  });

  test('refusals: nothing due, a home of another community, no code from WeChat', async () => {
    expect(codeOf(await print(['yunqi-1202']))).toBe('NO_SLIP_DUE');
    expect(codeOf(await print(['yunqi-1201', 'wutong-301']))).toBe('HOME_NOT_FOUND');
    expect(codeOf(await print(['yunqi-1201'], 'owner'))).toBe('NOT_ALLOWED');
    const point = 'openapi.wxacode.getUnlimited';
    world.cloud.context.faults.add({ id: 'code', point, kind: 'error', chance: 1, code: '45009' });
    expect(codeOf(await print(['yunqi-1201']))).toBe('SLIP_CODE_UNAVAILABLE');
  });
});

function textIn(pdf: Buffer): string {
  const hex = [...pdf.toString('latin1').matchAll(/<([0-9a-f]+)> Tj/g)].map(([, digits]) => digits ?? '');
  return hex.map((digits) => Buffer.from(digits, 'hex').swap16().toString('utf16le')).join('|');
}

/** What a phone reads from the first picture. */
function codeIn(pdf: Buffer): string {
  const head = /\/Width (\d+) \/Height (\d+)[^>]*\/Length (\d+) >>\nstream\n/.exec(pdf.toString('latin1'));
  if (!head) throw new Error('no picture');
  const [width = 0, height = 0, length = 0] = head.slice(1).map(Number);
  const begin = head.index + head[0].length;
  const rgb = inflateSync(pdf.subarray(begin, begin + length));
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1)
    for (let channel = 0; channel < 3; channel += 1)
      pixels[pixel * 4 + channel] = rgb[pixel * 3 + channel] ?? 0;
  return jsQR(pixels, width, height)?.data ?? '';
}
