import { useAnswer } from '@/hooks/useAnswer';
import { useParameters } from '@/hooks/useParameters';

/** The community this page is about: as it was opened with; from a message, where I do field work. */
export function useCommunity(): string | undefined {
  const { communityId } = useParameters();
  const { answer } = useAnswer('people.whoAmI', communityId === undefined ? {} : undefined, {
    isKept: true,
  });
  if (communityId !== undefined) return communityId;
  if (answer.kind !== 'ready') return undefined;
  const { posts } = answer.value;
  const isField = ({ duties }: (typeof posts)[number]) =>
    duties.includes('engineer') || duties.includes('guard');
  return (posts.find(isField) ?? posts[0])?.communityId;
}
