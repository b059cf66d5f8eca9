import type { MyHome, MyPost } from '../../types/contract/people';
import type { Refusal } from '../../types/refusal';
import { shownAtHome, type WaitingReport, type WaitingTaking } from './waitingReport';

const rest = {
  ...{ requestId: 'r', madeAt: 0, photos: [] },
  said: { type: 'repair', problem: 'fire', urgency: 'emergency', text: '着火了' },
} as const;
const own: WaitingReport = { ...rest, homeId: 'h' };
const taken: WaitingTaking = {
  ...rest,
  taken: {
    ...{ communityId: 'c', channel: 'patrol' },
    place: { kind: 'common', building: '3', where: '大堂' },
  },
};
const refusal: Refusal = { code: 'NOT_ALLOWED', sentence: '您没有权限，请找管理员。' };
const home = { homeId: 'h' } as MyHome;
const post = { communityId: 'c' } as MyPost;
const me = { homes: [home], posts: [post] };
const gone = { homes: [], posts: [] };

test.each([
  ['of this home', own, 'h', me, true],
  ['of another of mine', { ...own, refusal }, 'other', me, false],
  ['refused, of a home I have left', { ...own, refusal }, undefined, gone, true],
  ['taken down where I work', { ...taken, refusal }, 'h', me, false],
  ['taken down and refused where I work no more', { ...taken, refusal }, undefined, gone, true],
  ['taken down where I work no more, still to go', taken, undefined, gone, false],
  ['refused, while it is not known who I am', { ...taken, refusal }, undefined, undefined, false],
] as const)('%s', (_what, report, homeId, who, isShown) => {
  expect(shownAtHome([report], homeId, who)).toEqual(isShown ? [report] : []);
});
