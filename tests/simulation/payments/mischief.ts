import { httpNotices } from '../merchant/merchantApi';
import { day } from '../stage/time';
import { members, merchantId } from './setting';
import type { World } from './world';

/** Somebody calls a function that only WeChat may call, with an event as believable as they come. */
export async function forgeNotice(world: World): Promise<void> {
  const { openid } = world.oneOf(members);
  const name = world.oneOf(['payNotify', 'refundNotify']);
  const { merchant } = world;
  const open = [...world.judge.view().mirror.all('paymentOrders')].filter(({ state }) => state !== 'paid');
  const orderId = open.length > 0 ? world.oneOf(open)._id : '20260101unknown';
  const event = paidEvent(orderId, open.find(({ _id }) => _id === orderId)?.amount ?? 100, openid);
  if (merchant && world.happens(0.7)) await heard(world.post(merchant.noticeOf(event, 'stranger')));
  else await heard(world.stage.cloud.pay.control.forge({ openid, functionName: name, event }));
}

/** A notice over WeChat's own road that says something else than WeChat's books: another merchant, amount or order. */
export async function wrongNotice(world: World): Promise<void> {
  const { openid } = world.oneOf(members);
  const orders = [...world.judge.view().mirror.all('paymentOrders')].filter(
    ({ channel }) => channel === 'wechat',
  );
  if (orders.length === 0) return;
  const { _id, amount } = world.oneOf(orders);
  const event = paidEvent(_id, amount, openid);
  const { merchant } = world;
  const unknown = { outTradeNo: '20260101nobody' };
  // By cloudPay a notice is only believed once WeChat says the same; what WeChat has signed is so, if only for another shop.
  const wrong = merchant
    ? unknown
    : world.oneOf([{ totalFee: amount + 1 }, { subMchId: '1900000999' }, unknown, {}]);
  const told = { ...event, ...wrong };
  await heard(
    merchant ? world.post(merchant.noticeOf(told)) : world.invoke('payNotify', told, 'wx_paycallback'),
  );
}

function paidEvent(outTradeNo: string, totalFee: number, openid: string): Record<string, unknown> {
  return {
    ...{
      returnCode: 'SUCCESS',
      resultCode: 'SUCCESS',
      subMchId: merchantId,
      outTradeNo,
      totalFee,
      cashFee: totalFee,
    },
    ...{
      subOpenid: openid,
      transactionId: '4200000000000000000000000000',
      timeEnd: '20260101120000',
      tradeType: 'JSAPI',
    },
  };
}

/** A function that is none of ours. */
export const elsewhere = 'shopNotify';

/** Another system sells under the same merchant number: money comes that no order of ours knows. */
export async function foreignSale(world: World): Promise<void> {
  const { pay, context } = world.stage.cloud;
  const { openid } = world.oneOf(members);
  const outTradeNo = `shop${world.newRequestId().replace('-', '')}`;
  const order = pay.call(
    'unifiedOrder',
    {
      ...{
        function_name: world.happens(0.5) ? (world.merchant ? httpNotices : 'payNotify') : elsewhere,
        env_id: context.settings.envId,
      },
      ...{
        sub_mch_id: merchantId,
        nonce_str: 'n',
        body: '桶装水',
        out_trade_no: outTradeNo,
        total_fee: 1800,
      },
      ...{ spbill_create_ip: '127.0.0.1', trade_type: 'JSAPI', sub_openid: openid },
    },
    { appid: context.settings.appid, source: '', clientIp: '127.0.0.1' },
  ) as Promise<{ payment?: Parameters<World['wallet']>[1] }>;
  // Where the other shop's own call fails, it sells nothing.
  const answer = await order.catch(() => undefined);
  if (answer?.payment) world.wallet(openid, answer.payment, 'pay');
}

/** The merchant takes its money to the bank, so that refunds meet an empty account until more comes in. */
export async function withdraw(world: World): Promise<void> {
  const { control } = world.stage.cloud.pay;
  const funds = control.merchants().find(({ subMchId }) => subMchId === merchantId)?.available ?? 0;
  if (funds <= 0) return;
  control.withdraw(merchantId, funds);
  await world.time.sleep(world.below(2 * day));
  control.withdraw(merchantId, -funds);
}

/** A refund that WeChat could not give back is finished by hand in the merchant platform. */
export async function finishStuckRefund(world: World): Promise<void> {
  const stuck = world.judge
    .view()
    .wechat.refunds()
    .filter(({ status }) => status === 'CHANGE');
  const [first] = stuck;
  if (first) world.stage.cloud.pay.control.endRefund(first.subMchId, first.outRefundNo, 'SUCCESS');
}

/** Whoever calls hears an error or not: it is the books that must not move. */
async function heard(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}
