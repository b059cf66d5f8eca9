import Taro from '@tarojs/taro';
import type { WalletParameters } from '../../types/contract/payments';

/** What the wallet said. `done` is no proof of money: the cloud asks WeChat. `closed`: the person turned back. */
export type WalletAnswer = 'done' | 'closed' | 'failed';

/** Opens WeChat's wallet; resolves when the person comes back from it. */
export async function openWallet(parameters: WalletParameters): Promise<WalletAnswer> {
  try {
    await Taro.requestPayment(parameters);
    return 'done';
  } catch (error) {
    return walletAnswerOf((error as { readonly errMsg?: string }).errMsg ?? '');
  }
}

export function walletAnswerOf(errMsg: string): WalletAnswer {
  return /cancel/.test(errMsg) ? 'closed' : 'failed';
}
