import * as z from 'zod/mini';
import { declareReading } from './declare';

export interface CommunityChoice {
  readonly communityId: string;
  readonly name: string;
}

export const communityContract = {
  /** The communities that can be bound to, by name. */
  'community.list': declareReading<readonly CommunityChoice[]>()(z.strictObject({})),
} as const;
