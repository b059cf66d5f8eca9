import { cloudPay } from './cloudpay/channel';
import { type PayChannel, type PayChannelName, payChannelNames } from './port';
import { wechatPayV3 } from './v3/channel';

const channels: Readonly<Record<PayChannelName, PayChannel>> = {
  cloudpay: cloudPay,
  'wechatpay-v3': wechatPayV3,
};

/** The channel an order was made with. */
export function payChannel(name: PayChannelName): PayChannel {
  return channels[name];
}

/** The channel of a payee that comes in: the environment variable PAY_CHANNEL, `cloudpay` unless set. Throws on a wrong name. */
export function channelOfNewPayees(): PayChannelName {
  const wanted = process.env.PAY_CHANNEL || 'cloudpay';
  const name = payChannelNames.find((each) => each === wanted);
  if (!name) throw new Error(`PAY_CHANNEL is ${wanted}, must be one of ${payChannelNames.join(', ')}`);
  return name;
}
