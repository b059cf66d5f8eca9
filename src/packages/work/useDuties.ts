import { useAnswer } from '@/hooks/useAnswer';
import type { Duty } from '../../../types/role';

/** My duties in a community, to show only what would not be refused; none until it is known. The cloud decides. */
export function useDuties(communityId: string | undefined): readonly Duty[] {
  const { answer } = useAnswer('people.whoAmI', {}, { isKept: true });
  if (answer.kind !== 'ready') return [];
  return answer.value.posts.find((post) => post.communityId === communityId)?.duties ?? [];
}
