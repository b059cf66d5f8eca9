import { metresPerPixel, type Place, type Size, toPlace, toPoint, type View } from './mercator';

const steps = [1, 2, 5];

/** The smallest of 1, 2, 5, 10, 20 … that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (steps.find((step) => step * power >= least) ?? 10) * power;
}

/** Pale lines of latitude and longitude in place of a map's ground: one sees it move, and it shows no wrong street. */
export function graticule(view: View, size: Size): string {
  const perPixel = 360 / (256 * 2 ** view.scale);
  const step = roundStep(perPixel * 64);
  const first = toPlace({ x: 0, y: size.height }, view, size);
  const last = toPlace({ x: size.width, y: 0 }, view, size);
  const lines: string[] = [];
  const along = (place: Place) => toPoint(place, view, size);
  for (let at = Math.ceil(first.longitude / step); at * step <= last.longitude; at += 1) {
    const { x } = along({ latitude: view.center.latitude, longitude: at * step });
    lines.push(`M${x.toFixed(1)} 0V${size.height}`);
  }
  for (let at = Math.ceil(first.latitude / step); at * step <= last.latitude; at += 1) {
    const { y } = along({ latitude: at * step, longitude: view.center.longitude });
    lines.push(`M0 ${y.toFixed(1)}H${size.width}`);
  }
  return lines.join('');
}

/** The scale bar: a round length and how many pixels it takes. */
export function scaleBar(view: View): { readonly text: string; readonly width: number } {
  const perPixel = metresPerPixel(view);
  const metres = roundStep(perPixel * 40);
  const text = metres >= 1000 ? `${metres / 1000} 公里` : `${metres} 米`;
  return { text, width: metres / perPixel };
}
