import { z } from 'zod';
import type { GatewayPorts } from './ports';
import type { Routes } from './route';

const paymentInput = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.string().default('MD5'),
  paySign: z.string(),
  wallet: z.enum(['pay', 'cancel', 'wrongPassword']),
});
const answersInput = z.object({ answers: z.record(z.string(), z.string()) });
const after = z.coerce.number().int().min(0).catch(0);

/** What WeChat itself asks its user: to pay, to allow messages, to give the phone number; and the messages that came. */
export function weixinRoutes({ wallet, messages, phoneCodes }: GatewayPorts): Routes {
  return {
    requestPayment: {
      method: 'POST',
      api: 'requestPayment',
      run: async ({ user, input, describe }) => {
        const { wallet: choice, ...payment } = input(paymentInput);
        describe(choice);
        return { ...(await wallet.pay({ openid: user.openid, payment, choice })) };
      },
    },
    subscribe: {
      method: 'POST',
      api: 'requestSubscribeMessage',
      run: ({ user, input }) => ({ ...messages.answer(user.openid, input(answersInput).answers) }),
    },
    subscriptions: {
      method: 'GET',
      api: 'getSetting',
      run: ({ user }) => ({ ...messages.subscriptions(user.openid) }),
    },
    phoneCode: {
      method: 'POST',
      api: 'getPhoneNumber',
      run: ({ user }) => ({ code: phoneCodes.mint(user.openid), errMsg: 'getPhoneNumber:ok' }),
    },
    messages: {
      method: 'GET',
      api: 'messages',
      run: ({ user, query }) => ({
        messages: messages.delivered({ openid: user.openid, after: after.parse(query.after) }),
      }),
    },
  };
}
