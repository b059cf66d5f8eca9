import { sdk } from '../sdk';

/** WeChat: what a scene may be made of, at most 32 characters. */
const sceneForm = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/;

/** Whether a code can carry these parameters. */
export function isScene(text: string): boolean {
  return sceneForm.test(text);
}

/**
 * A mini-program code (小程序码) that opens this page with these parameters; unlimited in number, never outdated. PNG or JPEG, 430
 * pixels wide. Undefined where WeChat does not answer, or too many are asked for (5,000 a minute).
 */
export async function miniProgramCode(page: string, scene: string): Promise<Buffer | undefined> {
  try {
    // The page need not be released yet: slips are printed before the first day.
    const answer = await sdk().openapi.wxacode?.getUnlimited?.({ page, scene, checkPath: false });
    return answer?.buffer ? Buffer.from(answer.buffer as Uint8Array) : undefined;
  } catch {
    return undefined;
  }
}
