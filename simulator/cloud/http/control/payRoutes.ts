import { z } from 'zod';
import type { PayControl } from '../../pay/control';
import { type ControlRoute, controlRoute } from './route';

const fen = z.number().int().safe();
const list = z.strictObject({
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().positive().max(1000).optional(),
});

/** Wallets, orders, refunds and notices of the simulated WeChat Pay. Money is whole fen. */
export function payRoutes(pay: PayControl): ControlRoute[] {
  return [...walletRoutes(pay), ...orderRoutes(pay), ...merchantRoutes(pay)];
}

function walletRoutes(pay: PayControl): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/wallets',
      summary: 'wallets opened so far, in fen',
      run: () => ({ wallets: pay.balances() }),
    }),
    controlRoute({
      method: 'GET',
      path: '/control/wallets/:openid',
      summary: "one wallet's balance and every fen that came or went",
      run: ({ params: { openid = '' } }) => ({
        openid,
        balance: pay.balance(openid),
        entries: pay.entries(openid),
      }),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/wallets/:openid',
      summary: "put a wallet's {balance} at so many fen; unlocks it too",
      input: z.strictObject({ balance: fen.nonnegative() }),
      run: ({ params: { openid = '' }, input }) => ({
        openid,
        balance: pay.setBalance(openid, input.balance),
      }),
    }),
  ];
}

function orderRoutes(pay: PayControl): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/pay/orders',
      summary: 'orders: ?payer=&outTradeNo=&prepayId=&after=<id>&limit=100',
      input: list.extend({
        payer: z.string().optional(),
        outTradeNo: z.string().optional(),
        prepayId: z.string().optional(),
      }),
      run: ({ input }) => ({ orders: pay.orders(input) }),
    }),
    controlRoute({
      method: 'GET',
      path: '/control/pay/orders/:subMchId/:outTradeNo',
      summary: 'one order with its refunds and notices',
      run: ({ params: { subMchId = '', outTradeNo = '' } }) => pay.order(subMchId, outTradeNo),
    }),
    controlRoute({
      method: 'GET',
      path: '/control/pay/notices',
      summary: 'results told or still to be told, with every attempt: ?orderId=&after=<id>&limit=100',
      input: list.extend({ orderId: z.coerce.number().int().optional() }),
      run: ({ input }) => ({ notices: pay.notices(input) }),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/pay/notices/:id/resend',
      summary: 'tell a result once more',
      run: ({ params }) => pay.resendNotice(Number(params.id)),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/pay/refunds/:subMchId/:outRefundNo/end',
      summary: 'end a refund now with {outcome}: SUCCESS unless given',
      input: z.strictObject({ outcome: z.enum(['SUCCESS', 'REFUNDCLOSE', 'CHANGE']).default('SUCCESS') }),
      run: ({ params: { subMchId = '', outRefundNo = '' }, input }) =>
        pay.endRefund(subMchId, outRefundNo, input.outcome),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/pay/forge',
      summary:
        'an ordinary user {openid} calls {functionName} with {event}, or one made from {order}, as if WeChat Pay did',
      input: z.strictObject({
        openid: z.string(),
        functionName: z.string(),
        event: z.record(z.string(), z.unknown()).optional(),
        order: z.strictObject({ subMchId: z.string(), outTradeNo: z.string() }).optional(),
      }),
      run: async ({ input }) => ({ answer: await pay.forge(input) }),
    }),
  ];
}

function merchantRoutes(pay: PayControl): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/pay/merchants',
      summary: 'merchants with what they hold',
      run: () => ({ merchants: pay.merchants() }),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/pay/merchants/:subMchId',
      summary:
        'bind or unbind a merchant {isBound?}, give or take the right to refund {mayRefund?}, {withdraw?} fen',
      input: z.strictObject({
        isBound: z.boolean().optional(),
        mayRefund: z.boolean().optional(),
        withdraw: fen.optional(),
      }),
      run: ({ params: { subMchId = '' }, input: { withdraw, ...change } }) => {
        if (withdraw !== undefined) pay.withdraw(subMchId, withdraw);
        pay.setMerchant(subMchId, change);
      },
    }),
    controlRoute({
      method: 'GET',
      path: '/control/pay/options',
      summary: 'how WeChat Pay behaves where accounts differ or evidence is thin',
      run: () => pay.options(),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/pay/options',
      summary: 'change some of them',
      input: z.record(z.string(), z.unknown()),
      run: ({ input }) => pay.setOptions(input),
    }),
  ];
}
