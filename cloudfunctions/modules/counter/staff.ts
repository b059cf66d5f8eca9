import type { Caller } from '../../kernel/caller';

/** As which member of staff of this community the caller acts. */
export function staffIdIn({ posts }: Caller, communityId: string): string | undefined {
  return posts.find((post) => post.communityId === communityId)?.staffId;
}
