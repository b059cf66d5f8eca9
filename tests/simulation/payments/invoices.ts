import type { PaymentOrder } from '../../../cloudfunctions/modules/payments';
import type { InvoiceView } from '../../../types/contract/invoicing';
import { second } from '../stage/time';
import { communityId, finance, membersOf } from './setting';
import { paidOrders, refund } from './staff';
import type { World } from './world';

const titles = [
  { kind: 'person' as const, name: '王秀英' },
  { kind: 'company' as const, name: '云栖咨询有限公司', taxNumber: '91330106MA2B3C4D5E' },
];

/** Whoever paid wants an invoice; for money of the counter somebody of the home asks. */
export async function askInvoice(world: World): Promise<void> {
  const orders = paidOrders(world).slice(-8);
  if (orders.length === 0) return;
  const { _id: orderId, homeId, payerOpenid } = world.oneOf(orders);
  const openid = payerOpenid ?? world.oneOf(membersOf(homeId)).openid;
  await world.insist(openid, 'invoicing.ask', { orderId, title: world.oneOf(titles) });
}

/** Finance makes out what was asked for and takes back what money went back of; now and then one that was wrong. */
export async function workOffInvoices(world: World): Promise<void> {
  const by = world.oneOf(finance);
  const which = world.oneOf(['asked', 'asked', 'toBeRedFlushed', 'toBeRedFlushed', 'done'] as const);
  const queue = await world.ask(by, 'invoicing.queue', { communityId, which });
  if (queue === 'nothing' || !queue.ok) return;
  for (const invoice of queue.value.invoices.slice(0, 3)) {
    if (which === 'asked') await issue(world, by, invoice);
    else if (which === 'toBeRedFlushed' || world.happens(0.1)) await redFlush(world, by, invoice);
  }
}

/** One of finance makes an invoice out, or has done so, while another gives money of its payment back. */
export async function refundWhileInvoiced(world: World): Promise<void> {
  const all = [...world.judge.view().mirror.all('invoices')];
  const open = all.filter(({ state }) => state === 'asked' || state === 'issued');
  if (open.length === 0) return askInvoice(world);
  const { orderId } = world.oneOf(open);
  const [one, other] = finance;
  const seen = await world.ask(one, 'invoicing.queue', { communityId, which: 'asked' });
  const invoice = seen !== 'nothing' && seen.ok && seen.value.invoices.find((row) => row.orderId === orderId);
  const isThis = (order: PaymentOrder) => order._id === orderId;
  await Promise.all([
    invoice ? issue(world, one, invoice) : undefined,
    world.time.sleep(world.below(20 * second)).then(() => refund(world, isThis, other)),
  ]);
}

/** By hand, elsewhere; it takes a while, and what was asked may be another amount by then. */
async function issue(world: World, by: string, { invoiceId, amount }: InvoiceView): Promise<void> {
  await world.time.sleep(world.below(20 * second));
  const number = world.newInvoiceNumber();
  const fileId = world.stage.cloud.storage.write(
    `invoices/${communityId}/${number}.pdf`,
    Buffer.from('%PDF'),
    by,
  );
  await world.insist(by, 'invoicing.issue', { invoiceId, number, fileId, expectedAmount: amount });
}

async function redFlush(world: World, by: string, { invoiceId }: InvoiceView): Promise<void> {
  await world.insist(by, 'invoicing.redFlush', { invoiceId, redNumber: world.newInvoiceNumber() });
}
