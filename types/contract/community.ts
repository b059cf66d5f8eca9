import * as z from 'zod/mini';
import { declareReading } from './declare';

/** What anybody sees before they have said who they are. */
export interface Welcome {
  readonly communityName: string;
}

export interface CommunityChoice {
  readonly communityId: string;
  readonly name: string;
}

export const communityContract = {
  'community.welcome': declareReading<Welcome>()(z.strictObject({})),
  /** The communities that can be bound to, by name. */
  'community.list': declareReading<readonly CommunityChoice[]>()(z.strictObject({})),
} as const;
