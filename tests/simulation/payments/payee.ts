import type { PayChannelName } from '../../../cloudfunctions/platform/pay/port';
import { httpNotices } from '../merchant/merchantApi';
import { elsewhere } from './mischief';
import { communityId, members, merchantId } from './setting';
import type { World } from './world';

/**
 * The company moves from one road of WeChat Pay to the other, as a register brought in anew does it: orders and refunds that are under way
 * go on by the road they were begun on.
 */
export async function changeChannel(world: World): Promise<void> {
  const channel: PayChannelName = world.channel === 'cloudpay' ? 'wechatpay-v3' : 'cloudpay';
  const body = {
    ...{ action: 'database.modifyDocument', collectionName: 'communities', multi: false, upsert: false },
    query: JSON.stringify({ _id: communityId }),
    data: JSON.stringify({ $set: { 'payee.channel': channel } }),
  };
  const headers = { 'content-type': 'application/json' };
  const { body: answer } = await world.stage.cloud.answer(headers, Buffer.from(JSON.stringify(body)), {});
  if (!/"updated":1/.test(String(answer))) throw new Error(`communities: ${String(answer)}`);
  world.channel = channel;
}

/**
 * Under the number of an order that WeChat has never heard of another system of the same merchant sells something else: money
 * comes for our number, of another amount. Finance has to decide about it.
 */
export async function sameNumber(world: World): Promise<void> {
  const { pay, context } = world.stage.cloud;
  const { mirror, wechat } = world.judge.view();
  const orders = [...mirror.all('paymentOrders')].filter(
    ({ _id, channel, state }) => channel === 'wechat' && state !== 'paid' && !wechat.knows(merchantId, _id),
  );
  if (orders.length === 0) return;
  const { _id, amount, ask } = world.oneOf(orders);
  const { openid } = world.oneOf(members);
  const order = pay.call(
    'unifiedOrder',
    {
      ...{
        function_name: world.oneOf([ask?.channel === 'wechatpay-v3' ? httpNotices : 'payNotify', elsewhere]),
        env_id: context.settings.envId,
        sub_mch_id: merchantId,
      },
      ...{ nonce_str: 'n', body: '桶装水', out_trade_no: _id, total_fee: amount + 100 },
      ...{ spbill_create_ip: '127.0.0.1', trade_type: 'JSAPI', sub_openid: openid },
    },
    { appid: context.settings.appid, source: '', clientIp: '127.0.0.1' },
  ) as Promise<{ payment?: Parameters<World['wallet']>[1] }>;
  // Where the other system's own call fails, it sells nothing.
  const answer = await order.catch(() => undefined);
  if (answer?.payment) world.wallet(openid, answer.payment, 'pay');
}
