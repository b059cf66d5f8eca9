import type { MapElement } from '../../builtins/map/mapElement';
import type { Padding, Place } from '../../builtins/map/mercator';
import { ApiRefusal } from '../convention';
import { contextMethod, contextOf } from './contexts';

type Options = WechatMiniprogram.MapContext;
type OptionsOf<N extends keyof Options> = NonNullable<Parameters<Options[N]>[0]>;

/** Milliseconds a marker takes to its new place unless told otherwise. [doc] */
const moveDuration = 1000;

/** `MapContext`: what a page may ask of its map. `locate` says where the phone is. */
export function mapContext(find: () => MapElement, locate: () => Promise<Place>) {
  return contextOf('MapContext', {
    getCenterLocation: contextMethod('getCenterLocation', () => ({ ...find().center })),
    getRegion: contextMethod('getRegion', () => find().region),
    getScale: contextMethod('getScale', () => ({ scale: find().scale })),
    getRotate: contextMethod('getRotate', () => ({ rotate: 0 })),
    getSkew: contextMethod('getSkew', () => ({ skew: 0 })),
    includePoints: contextMethod<OptionsOf<'includePoints'>>('includePoints', ({ points, padding }) => {
      if (!Array.isArray(points)) throw new ApiRefusal('parameter error: parameter.points should be Array');
      find().include(points, fourSides(padding));
    }),
    moveToLocation: contextMethod<OptionsOf<'moveToLocation'>>(
      'moveToLocation',
      async ({ latitude, longitude }) => {
        const isGiven = latitude !== undefined && longitude !== undefined;
        find().moveTo(isGiven ? { latitude, longitude } : await locate());
      },
    ),
    translateMarker: contextMethod<OptionsOf<'translateMarker'>>('translateMarker', (options) => {
      const map = find();
      if (!map.markerLayer.find(options.markerId))
        throw new ApiRefusal(`marker ${options.markerId} is not found`);
      const { destination, rotate = 0, autoRotate = true, duration = moveDuration } = options;
      const move = map.moveMarker(options.markerId, { destination, rotate, autoRotate, duration });
      void move.then(() => options.animationEnd?.());
    }),
    toScreenLocation: contextMethod<OptionsOf<'toScreenLocation'>>(
      'toScreenLocation',
      ({ latitude, longitude }) => ({
        ...find().screenOf({ latitude, longitude }),
      }),
    ),
    fromScreenLocation: contextMethod<OptionsOf<'fromScreenLocation'>>('fromScreenLocation', ({ x, y }) => ({
      ...find().placeAt({ x, y }),
    })),
  } satisfies Partial<Options>);
}

/** Sides in the order above, right, below, left; those left out follow CSS. [doc for the order, guess for the rest] */
function fourSides(padding: readonly number[] = []): Padding {
  const [above = 0, right = above, below = above, left = right] = padding;
  return [above, right, below, left];
}
