export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** From the least to the greatest that one coordinate may be. */
export type Range = readonly [number, number];

/**
 * Where the upper left corner of a movable-view may lie: a smaller one stays inside of its area, a larger one always covers it;
 * each direction for itself. [doc]
 */
export function boundsOf(area: Box, view: Box): { readonly x: Range; readonly y: Range } {
  return { x: rangeOf(area.width, view.width), y: rangeOf(area.height, view.height) };
}

function rangeOf(area: number, view: number): Range {
  return view <= area ? [0, area - view] : [area - view, 0];
}

export function within(position: Position, bounds: { readonly x: Range; readonly y: Range }): Position {
  return { x: clamp(position.x, bounds.x), y: clamp(position.y, bounds.y) };
}

/** Beyond its bounds a view with `out-of-bounds` follows the finger ever less. [guess: the curve] */
export function withDrag(position: Position, bounds: { readonly x: Range; readonly y: Range }): Position {
  const inside = within(position, bounds);
  return { x: inside.x + lag(position.x - inside.x), y: inside.y + lag(position.y - inside.y) };
}

function clamp(value: number, [least, greatest]: Range): number {
  return Math.min(greatest, Math.max(least, value));
}

function lag(beyond: number): number {
  return Math.sign(beyond) * Math.sqrt(Math.abs(beyond)) * 2;
}

/** Milliseconds and pixels a thrown view goes on by: speed in pixels per millisecond, friction as WeChat's attribute (2 unless set). [guess] */
export function throwOf(speed: Position, friction: number): { readonly by: Position; readonly time: number } {
  const braking = 0.0025 * Math.max(0.5, friction);
  const fast = Math.hypot(speed.x, speed.y);
  const time = fast / braking;
  return { by: { x: (speed.x * time) / 2, y: (speed.y * time) / 2 }, time };
}
