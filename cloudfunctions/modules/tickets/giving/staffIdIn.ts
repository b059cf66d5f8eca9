import type { Caller } from '../../../kernel/caller';

/** As whom the caller serves this community; undefined where not at all. */
export function staffIdIn({ posts }: Caller, communityId: string): string | undefined {
  return posts.find((post) => post.communityId === communityId)?.staffId;
}
