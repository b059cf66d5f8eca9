import { placePartKey } from '../../../../../types/place';
import type { Ticket } from '../../ticket';

/** What a scanned code names: a home, as bill slips and door plates carry it, or a building's common code. */
export type PlaceCode =
  | { readonly kind: 'home'; readonly homeId: string; readonly communityId?: string }
  | { readonly kind: 'building'; readonly building: string; readonly communityId?: string };

/** How somebody who has checked in has shown to be there. */
export type Shown = 'home' | 'building';

/**
 * Reads what `wx.scanCode` gives: the path of a mini-program code (`packages/…?scene=h%3D…`), its scene (`h=home&c=community` of a
 * home, `b=building&c=community` of a building), or a home's bare name. Undefined for anything else.
 */
export function readPlaceCode(scanned: string): PlaceCode | undefined {
  const scene = sceneIn(scanned);
  if (scene === undefined) return undefined;
  if (!scene.includes('=')) return { kind: 'home', homeId: scene };
  const parts = new URLSearchParams(scene);
  const [homeId, building, community] = [parts.get('h'), parts.get('b'), parts.get('c')];
  const where = community ? { communityId: community } : {};
  if (homeId) return { kind: 'home', homeId, ...where };
  return building ? { kind: 'building', building, ...where } : undefined;
}

/**
 * Whether the code stands where the work is: at the ticket's home, or at its building. A home without a plate has its building's code,
 * and a place of the common area only that. Undefined: it stands elsewhere.
 */
export function shownBy(
  code: PlaceCode,
  { homeId, communityId, building }: Pick<Ticket, 'homeId' | 'communityId' | 'building'>,
): Shown | undefined {
  if (code.communityId !== undefined && code.communityId !== communityId) return undefined;
  if (code.kind === 'home') return homeId !== undefined && code.homeId === homeId ? 'home' : undefined;
  // Buildings of the same name are in every community: a building's code says which.
  if (code.communityId === undefined) return undefined;
  return placePartKey(code.building) === placePartKey(building) ? 'building' : undefined;
}

function sceneIn(scanned: string): string | undefined {
  const query = scanned.includes('?') ? scanned.slice(scanned.indexOf('?') + 1) : undefined;
  if (query === undefined) return scanned.includes('%3D') ? decoded(scanned) : scanned;
  return new URLSearchParams(query).get('scene') ?? query;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
