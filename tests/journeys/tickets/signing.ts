import type { OwnerPhone } from '../owner/ownerPhone';

/** Draws a line on the pad of this page with a finger; it must be seen as a signature. */
export async function signs(phone: OwnerPhone, pad: 'owner-signature' | 'engineer-signature'): Promise<void> {
  const { page } = phone.phone;
  await phone.sees('请在框里签名');
  const box = await page.locator(`#${pad}`).boundingBox();
  if (!box) throw new Error('there is nothing to sign on');
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1)
    await page.mouse.move(box.x + 60 + step * 20, box.y + 60 + step * 8);
  await page.mouse.up();
  await phone.sawLast('请在框里签名');
}
