import { sdk } from './sdk';

/** WeChat: an unknown, used or outdated code. */
const spentCodes = new Set([40029, 40163]);

/**
 * The number behind a code of `<button open-type="getPhoneNumber">`, without the country's code; costs 0.03 yuan. Each code
 * once. `unavailable` where WeChat does not answer or the account's quota is used up.
 */
export async function phoneOf(
  code: string,
): Promise<{ readonly phone: string } | { readonly refused: 'spent' | 'unavailable' }> {
  try {
    const api = sdk().openapi.phonenumber?.getPhoneNumber;
    const answer = await api?.({ code });
    const info = (answer?.phoneInfo ?? {}) as { purePhoneNumber?: string };
    return info.purePhoneNumber ? { phone: info.purePhoneNumber } : { refused: 'unavailable' };
  } catch (error) {
    const { errCode } = error as { errCode?: number };
    return { refused: spentCodes.has(Number(errCode)) ? 'spent' : 'unavailable' };
  }
}
