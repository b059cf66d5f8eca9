/** Red, green, blue 0–255 and opacity 0–1. */
export type Color = readonly [number, number, number, number];

/** Reads what a browser's computed style gives: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`; undefined for anything else. */
export function parseColor(text: string): Color | undefined {
  const found = /^rgba?\(([\d.]+),\s*([\d.]+),\s*([\d.]+)(?:,\s*([\d.]+))?\)$/.exec(text);
  if (!found) return undefined;
  const [, red, green, blue, alpha = '1'] = found;
  return [Number(red), Number(green), Number(blue), Number(alpha)];
}

/** What is seen when `above` lies on the opaque `below`. */
export function blend(above: Color, below: Color): Color {
  const [, , , alpha] = above;
  const mix = (index: 0 | 1 | 2) => above[index] * alpha + below[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
}

/** Contrast of two opaque colours, 1 to 21. [doc: WCAG 2.1] */
export function contrast(one: Color, other: Color): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
