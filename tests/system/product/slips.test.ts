import { readPlaceCode, shownBy } from '../../../cloudfunctions/modules/tickets/work/doing/placeCode';
import { readCodeText } from '../../../simulator/cloud/openapi/codes/codeText';
import { ownerParty, publishBill, startPaidWorld } from './money';
import { codeOfSlips, textOfSlips } from './slipReader';
import { codeOf, granted, type World } from './world';

jest.setTimeout(240_000);

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
    const text = textOfSlips(pdf);
    expect(text).toContain('应缴合计|¥374.95');
    expect(text).toContain('3栋2单元1201');
    expect(text).not.toContain('¥9.99');
    expect(readCodeText(codeOfSlips(pdf))).toMatchObject({
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

  test('a building’s code is what its engineers and guards check in by', async () => {
    const input = { homeId: 'yunqi-1201' };
    const { link } = granted(await world.ask('customerService', 'messages.printBuildingCode', input));
    const pdf = Buffer.from(await (await fetch(link)).arrayBuffer());
    expect(textOfSlips(pdf)).toContain('|3栋|员工到场扫码签到');
    const { path = '' } = readCodeText(codeOfSlips(pdf)) ?? {};
    expect(path).toBe(`pages/home/index?scene=${encodeURIComponent('b=3&c=yunqi')}`);
    const code = readPlaceCode(path);
    expect(code && shownBy(code, { communityId: 'yunqi', building: '3栋' })).toBe('building');
    expect(code && shownBy(code, { communityId: 'wutong', building: '3栋' })).toBeUndefined();
    const [audit] = (await world.all('audits')).filter(
      ({ action }) => action === 'messages.printBuildingCode',
    );
    expect(audit).toMatchObject({ notes: [{ what: 'buildingCodePrinted', facts: { building: '3' } }] });
  });

  test('no code of a building whose name none can carry, of another community’s, for who has no desk', async () => {
    const print = (homeId: string, person = 'finance') =>
      world.ask(person, 'messages.printBuildingCode', { homeId });
    const [home] = (await world.all('homes')).filter(({ _id }) => _id === 'yunqi-1202');
    const place = { building: '东', unit: '1', room: '1' };
    await world.seed('homes', { ...home, _id: 'yunqi-east', place, placeKey: '东-1-1' });
    expect(codeOf(await print('yunqi-east'))).toBe('BUILDING_CODE_NOT_POSSIBLE');
    expect(codeOf(await print('wutong-301'))).toBe('NOT_ALLOWED');
    expect(codeOf(await print('yunqi-1201', 'engineer'))).toBe('NOT_ALLOWED');
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
