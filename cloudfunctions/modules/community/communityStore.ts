import type { Fen } from '../../../types/money';
import { closedCollection, type Stored } from '../../kernel/collection';
import { limits } from '../../kernel/limits';
import { find, readById, readByIds } from '../../platform/database';

/** Whose money it is: the merchant a community's bills are paid to. One per community for now. */
export interface Payee {
  readonly payeeId: string;
  readonly name: string;
  readonly merchantId: string;
  readonly channel: 'cloudpay' | 'wechatpay-v3';
}

/** What differs from city to city, or from contract to contract: settings, never code. */
export interface CommunitySettings {
  /** A drafted bill run publishes itself a day later. */
  readonly autoPublish: boolean;
  /** The most one home may hold as prepayment. Fen. */
  readonly prepayCap: Fen;
  /** Electricity and water may be collected for the supplier (needs its authority: 物业管理条例 44). */
  readonly collectsUtilities: boolean;
  /** On which day a bill run begins by itself, at 2 in the morning (28: the latest every month has), and for which month. */
  readonly billing?: { readonly day: number; readonly of: 'thisMonth' | 'lastMonth' };
}

/** What holds in a community nobody has set up otherwise: nothing by itself, no money for others. */
export const defaultSettings: CommunitySettings = {
  autoPublish: false,
  // 20,000 yuan.
  prepayCap: 2_000_000 as Fen,
  collectsUtilities: false,
};

/** A community (小区) as it lies on disk. Every record of the product belongs to exactly one. */
export interface Community extends Stored {
  readonly name: string;
  /** Being brought in: residents see nothing of it until its first import is whole. Absent: live. */
  readonly state?: 'preparing' | 'live';
  readonly payee?: Payee;
  readonly servicePhone?: string;
  readonly settings?: CommunitySettings;
}

export const communities = closedCollection<Community>('communities');

/** One read. */
export function communityById(communityId: string): Promise<Community | undefined> {
  return readById(communities, communityId);
}

/** All communities of the company, by id. One read. */
export function allCommunities(): Promise<readonly Community[]> {
  return find(communities, { where: {}, orderBy: [['_id', 'asc']], limit: limits.documentsPerQuery });
}

/** In no order. One read; none without ids. */
export function communitiesByIds(ids: readonly string[]): Promise<readonly Community[]> {
  return readByIds(communities, ids);
}

/** Those residents may see: brought in as a whole. One read. */
export async function liveCommunities(): Promise<readonly Community[]> {
  return (await allCommunities()).filter(({ state }) => state !== 'preparing');
}

/** Their names by id. One read. */
export async function communityNames(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await communitiesByIds(ids);
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
