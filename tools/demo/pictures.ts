import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { acquireBrowser, releaseBrowser } from '../../simulator/phone/browser';
import { type Phone, type PhoneOptions, startPhone } from '../../simulator/phone/phone';
import { type Demo, startDemo } from './demo';
import { demoUsers, withDuty } from './users';

const folder = join(__dirname, '..', '..', 'docs', 'pictures');
const patience = { timeout: 30_000 };

/** What the README shows: the owner before and after paying, in care mode, finance at the desk, and the control page. */
export async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const demo = await startDemo({ port: 0 });
  try {
    const [owner] = demoUsers;
    if (!owner) throw new Error('the demo has no owner');
    await withPhone(demo, owner.openid, { settings: { fontSize: 'extraLarge' } }, async (phone) => {
      await phone.page.waitForSelector('text=缴费', patience);
      await keep(phone, 'home-care');
    });
    await withPhone(demo, owner.openid, {}, ownersPictures);
    await withPhone(demo, withDuty('财务').openid, {}, async (phone) => {
      await goTo(phone, '/packages/work/desk/index?communityId=yunqi');
      await phone.page.waitForSelector('text=今天到账', patience);
      await keep(phone, 'finance-desk');
    });
    await ticketPictures(demo);
    await controlPage(demo.url);
  } finally {
    await demo.stop();
  }
}

async function ownersPictures(phone: Phone): Promise<void> {
  const { page } = phone;
  await page.waitForSelector('text=一键缴费', patience);
  await keep(phone, 'home');
  await goTo(phone, `/packages/tickets/report/index`);
  await page.waitForSelector('text=提交', patience);
  await keep(phone, 'report');
  await goTo(phone, '/pages/home/index');
  await page.click('text=一键缴费');
  await page.click('text=确认支付', patience);
  await page.waitForSelector('text=交易单号', patience);
  await keep(phone, 'receipt');
  await goTo(phone, '/pages/home/index');
  await page.waitForSelector('text=本月已缴清', patience);
  await keep(phone, 'home-paid');
}

/** A repair as its owner, whoever mends it and the supervisor see it, of those the demo's community lives with. */
async function ticketPictures(demo: Demo): Promise<void> {
  const { engine } = demo.cloud.rooms.database;
  const working = engine.find({ collection: 'tickets', filter: { state: 'working' } })[0];
  const { reporter, assignee } = (working ?? {}) as {
    readonly reporter?: { readonly openid?: string };
    readonly assignee?: { readonly staffId: string };
  };
  const staff = (filter: object) =>
    engine.find({ collection: 'staffMembers', filter: { communityId: 'yunqi', ...filter } })[0];
  const engineer = assignee && staff({ _id: assignee.staffId });
  const supervisor = staff({ duties: 'supervisor' });
  if (!reporter?.openid || !engineer || !supervisor) throw new Error('nobody is at work in the demo');
  await withPhone(demo, reporter.openid, {}, async (phone) => {
    await goTo(phone, `/packages/tickets/ticket/index?ticketId=${String(working?._id)}`);
    await phone.page.waitForSelector('text=处理中', patience);
    await keep(phone, 'ticket');
  });
  await withPhone(demo, String(engineer.openid), {}, async (phone) => {
    await goTo(phone, '/packages/staffTickets/queue/index?communityId=yunqi');
    await phone.page.waitForSelector('text=处理中', patience);
    await keep(phone, 'work-queue');
  });
  await withPhone(demo, String(supervisor.openid), {}, async (phone) => {
    await goTo(phone, '/packages/staffTickets/supervisor/index?communityId=yunqi');
    await phone.page.waitForSelector('text=在岗', patience);
    await keep(phone, 'supervisor');
  });
}

async function withPhone(
  demo: Demo,
  openid: string,
  options: Partial<PhoneOptions>,
  work: (phone: Phone) => Promise<void>,
): Promise<void> {
  const phone = await startPhone({ gatewayUrl: demo.cloud.gatewayUrl, openid, ...options });
  try {
    await work(phone);
  } finally {
    await phone.stop();
  }
}

async function goTo({ link }: Phone, url: string): Promise<void> {
  await link.ask('App.callWxMethod', { method: 'reLaunch', args: [{ url }] });
}

async function keep({ page }: Phone, name: string): Promise<void> {
  // Pictures and fonts are there a moment after the words.
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function controlPage(url: string): Promise<void> {
  const browser = await acquireBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.goto(url);
    await page.waitForTimeout(8_000);
    await page.screenshot({ path: join(folder, 'control-page.png') });
  } finally {
    await releaseBrowser();
  }
}
