import type { Clock } from '../../core/clock';
import { type OpenCall, WeChatRefusal } from '../api';
import type { UsersPort } from '../ports';

const twoHours = 2 * 3_600_000;

/** [document] Content is checked on behalf of a user who has visited the mini-program within two hours (business time). */
export function recentVisitor(args: OpenCall['args'], users: UsersPort, clock: Clock): string {
  const openid = args.openid;
  const user = typeof openid === 'string' ? users.find(openid) : undefined;
  if (typeof openid !== 'string' || !user) throw new WeChatRefusal(40003, 'invalid openid');
  if (user.lastVisit === undefined || clock.now() - user.lastVisit > twoHours)
    throw new WeChatRefusal(61010, 'code is expired');
  return openid;
}

/** [document] 1 profile, 2 comment, 3 forum, 4 social log. */
export function checkedScene({ scene }: OpenCall['args']): number {
  if (typeof scene === 'number' && [1, 2, 3, 4].includes(scene)) return scene;
  throw new WeChatRefusal(40129, 'invalid scene');
}
