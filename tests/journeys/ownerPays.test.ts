import { openTown, publishBill, type Town } from './owner/town';

jest.setTimeout(120_000);

/** The main job: an owner pays everything that is due with one tap, and what can go wrong on the way. */
describe('an owner pays', () => {
  let town: Town;

  beforeAll(async () => {
    town = await openTown();
  });

  afterAll(() => town?.close());

  test('one tap, the wallet, the receipt slides up, and nothing is due', async () => {
    await publishBill(town.world, { amount: 53_808 });
    await publishBill(town.world, { amount: 6_960, itemName: '水费', purpose: 'water' });
    const phone = await town.phoneOf('owner');
    await phone.sees('3栋2单元1201', '云栖苑', '607.68', '物业费、水费');
    await phone.control.answerNext('requestPayment', 'pay');
    await phone.taps('一键缴费');
    await phone.sees('已缴清', '收款方', '付款人', '交易单号', '538.08', '69.60');
    await phone.taps('完成');
    await phone.sees('本月已缴清', '607.68');
  });
});
