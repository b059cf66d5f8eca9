import type { Phone } from '../phone';
import type { PageParity, Parity } from './parity';

/** Milliseconds a page is given to fetch and draw before it is compared; it is compared as it stands then. */
const settling = 400;

/** Opens one page after the other, anew each time, and compares each with WeChat's drawing of the same data. */
export async function everyPage(
  phone: Phone,
  parity: Parity,
  pages: readonly string[],
): Promise<PageParity[]> {
  const compared: PageParity[] = [];
  for (const page of pages) {
    await phone.link.ask('App.callWxMethod', { method: 'reLaunch', args: [{ url: `/${page}` }] });
    await new Promise((resolve) => setTimeout(resolve, settling));
    const result = await parity.topPage(phone);
    if (result.page !== page) throw new Error(`/${page} was asked for, /${result.page} is on top`);
    compared.push(result);
  }
  return compared;
}
