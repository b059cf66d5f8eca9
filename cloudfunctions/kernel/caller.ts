import type { Duty, Relation } from '../../types/role';

/** A home whose door is open to the caller today: bound, begun, not ended, not under objection. */
export interface HeldHome {
  readonly homeId: string;
  readonly communityId: string;
  readonly tenureId: string;
  readonly residentId: string;
  readonly relation: Relation;
}

/** A community the caller serves today. */
export interface Post {
  readonly communityId: string;
  readonly staffId: string;
  readonly duties: readonly Duty[];
}

/** Who asks. The openid is WeChat's word (`getWXContext`), never input; the rest is what our own records say of it. */
export interface Caller {
  readonly openid: string;
  readonly homes: readonly HeldHome[];
  readonly posts: readonly Post[];
}

/** As which member of staff the caller serves this community; undefined where not at all. */
export function staffIdIn({ posts }: Caller, communityId: string): string | undefined {
  return posts.find((post) => post.communityId === communityId)?.staffId;
}
