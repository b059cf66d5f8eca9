import type { Page } from 'playwright-core';
import { type Phone, startPhone } from '../simulator/phone/phone';
import { type Demo, startDemo } from '../tools/demo/demo';
import { DemoPhone } from '../tools/demo/demoPhone';
import { demoUsers, withDuty } from '../tools/demo/users';
import { type Figure, measure, measureTold, type Plan } from './measure';
import { tapToFrame } from './tapClock';

const patience = { timeout: 20_000 };
const taps: Plan = { rounds: 3, times: 5, warmUp: 2 };
/** Milliseconds a person lets pass before tapping again: what the last tap moved has been told and drawn by then. */
const rest = 400;

/**
 * The main job as its payer feels it, in the demo community of 1,200 homes, with the shipped artefacts: the home screen's one call, the
 * tap until the wallet is open (on a home with bills due and no live order), the cloud's part of it, the wallet's answer until the receipt
 * stands there, and the same when WeChat's notice is lost. Only the tap is timed by the phone's own clock; what follows the wallet is
 * timed from outside, with the automation's own costs.
 */
export async function paymentFigures(plan: Pick<Plan, 'rounds'>): Promise<Figure[]> {
  const demo = await startDemo({ port: 0 });
  try {
    const { gatewayUrl } = demo.cloud;
    const [owner] = demoUsers;
    if (!owner) throw new Error('the demo has no owner');
    const asOwner = await DemoPhone.of(gatewayUrl, owner.openid);
    const home = await measure('home screen, server part', { ...plan, times: 100 }, () =>
      asOwner.ask('payments.seeHome', {}),
    );
    const served = await startFigure(asOwner);
    const phone = await startPhone({ gatewayUrl, openid: owner.openid });
    try {
      const asFinance = await DemoPhone.of(gatewayUrl, withDuty('财务').openid);
      return [home, served, ...(await tapFigures({ demo, phone, asOwner, asFinance }))];
    } finally {
      await phone.stop();
    }
  } finally {
    await demo.stop();
  }
}

interface Payer {
  readonly demo: Demo;
  readonly phone: Phone;
  readonly asOwner: DemoPhone;
  readonly asFinance: DemoPhone;
}

async function tapFigures({ demo, phone, asOwner, asFinance }: Payer): Promise<Figure[]> {
  const { page } = phone;
  const billId = await billOf(asOwner);
  const opened = await measureTold('pay tap to wallet open', { ...taps, times: 15 }, async () => {
    const taken = await tapToFrame(page, () => openWallet(page), '[data-name="微信支付"]');
    await turnBack(page);
    await new Promise((resolve) => setTimeout(resolve, rest));
    return taken;
  });
  await openWallet(page);
  await pay(page);
  await close(page);
  const owe = async () => {
    await asFinance.ask('charging.adjustBill', { billId, line: 1, amount: 100, reason: '测速' });
    await openWallet(page);
  };
  await owe();
  const next = async () => {
    await close(page);
    await owe();
  };
  const shown = await measure('wallet done to receipt', taps, () => pay(page), next);
  demo.cloud.context.faults.add({ id: 'lost', point: 'pay.notice', kind: 'lost', chance: 1 });
  const lost = await measure(
    'wallet done to receipt, notice lost',
    { rounds: 1, times: 5, warmUp: 0 },
    () => pay(page),
    next,
  );
  return [opened, shown, lost];
}

/** The cloud's part of the tap, asked for without a phone; every order is cancelled before the next. */
async function startFigure(asOwner: DemoPhone): Promise<Figure> {
  const { home } = await asOwner.ask('payments.seeHome', {});
  if (!home?.due) throw new Error('the owner of the demo owes nothing');
  const wish = { homeId: home.homeId, expectedAmount: home.due.amount };
  return measure(
    'pay tap, server part',
    { rounds: 3, times: 20 },
    () => asOwner.ask('payments.payOpenBills', wish),
    ({ orderId }) => asOwner.ask('payments.cancelOrder', { orderId }),
  );
}

/** The owner's first open bill: raised by one yuan again and again, so that there is always something to pay. */
async function billOf(asOwner: DemoPhone): Promise<string> {
  const { home } = await asOwner.ask('payments.seeHome', {});
  const billId = home?.due?.bills[0]?.billId;
  if (billId === undefined) throw new Error('the owner of the demo owes nothing');
  return billId;
}

async function openWallet(page: Page): Promise<void> {
  await page.click('text=一键缴费', patience);
  await page.waitForSelector('text=确认支付', patience);
}

async function turnBack(page: Page): Promise<void> {
  await page.click('[aria-label="取消支付"]', patience);
  await page.waitForSelector('text=没有扣款', patience);
}

async function pay(page: Page): Promise<void> {
  await page.click('text=确认支付', patience);
  await page.waitForSelector('text=交易单号', patience);
}

async function close(page: Page): Promise<void> {
  await page.click('text=完成', patience);
  await page.waitForSelector('text=交易单号', { ...patience, state: 'detached' });
}
