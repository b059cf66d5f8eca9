import type { WhoAmI } from '../../../types/contract/people';
import { refusalSentences } from '../../../types/refusal';
import type { Answer } from '../../hooks/answer';
import { type Asked, useAnswer } from '../../hooks/useAnswer';
import { useParameters } from '../../hooks/useParameters';

/** The community a page is about. */
export interface Here {
  readonly communityId: string | undefined;
  /** Where it cannot be told: why, to be shown in the place of what the page asks. */
  readonly unknown: Asked<never> | undefined;
}

/** The community this page is about: as it was opened with; from a message, where I do field work. */
export function useCommunity(): Here {
  const { communityId } = useParameters();
  const asked = useAnswer('people.whoAmI', communityId === undefined ? {} : undefined, {
    isKept: true,
  });
  if (communityId !== undefined) return { communityId, unknown: undefined };
  const mine = asked.answer.kind === 'ready' ? communityOf(asked.answer.value.posts) : undefined;
  const answer = unknownBecause(asked.answer);
  return { communityId: mine, unknown: answer && { ...asked, answer } };
}

/** Where I do field work, otherwise where I have my first post. */
export function communityOf(posts: WhoAmI['posts']): string | undefined {
  const isField = ({ duties }: WhoAmI['posts'][number]) =>
    duties.includes('engineer') || duties.includes('guard');
  return (posts.find(isField) ?? posts[0])?.communityId;
}

/** Whoever has no post is about no community; otherwise it is not told as long as the question is not answered. */
export function unknownBecause(answer: Answer<Pick<WhoAmI, 'posts'>>): Answer<never> | undefined {
  if (answer.kind !== 'ready') return answer.kind === 'refused' ? answer : undefined;
  const code = 'NOT_ALLOWED';
  if (communityOf(answer.value.posts) === undefined)
    return { kind: 'refused', refusal: { code, sentence: refusalSentences[code] } };
  return undefined;
}
