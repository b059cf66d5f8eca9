import type { PhoneSystem } from '../system/phoneSystem';
import { userGesture } from '../system/userGesture';
import { askWallet } from '../system/wallet';
import { ApiRefusal, asynchronous } from './convention';

/** `wx.requestPayment`: the wallet decides, the local cloud checks and books. */
export function paymentApi({ gateway, prompts, shell }: PhoneSystem) {
  return {
    requestPayment: asynchronous('requestPayment', async (options) => {
      try {
        const { timeStamp, nonceStr, package: prepay, signType = 'MD5', paySign } = options;
        const wallet = await askWallet(prompts, prepay);
        const payment = { timeStamp, nonceStr, package: prepay, signType, paySign };
        const { errMsg = '', shown } = (await gateway.ask('/requestPayment', { ...payment, wallet })) as {
          errMsg?: string;
          shown?: string;
        };
        if (shown) shell.dialogs.toast('toast', shown, 'none', 2000);
        if (errMsg !== 'requestPayment:ok')
          throw new ApiRefusal(errMsg.replace(/^requestPayment:fail\s*/, ''));
        return undefined;
      } finally {
        // Subscriptions may be asked for in the callback of a payment. [doc]
        userGesture.begin();
      }
    }),
  };
}
