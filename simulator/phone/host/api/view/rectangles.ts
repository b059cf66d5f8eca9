export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Rectangle extends Sides {
  readonly width: number;
  readonly height: number;
}

export function rectangle({ left, top, right, bottom }: Sides): Rectangle {
  return { left, top, right, bottom, width: right - left, height: bottom - top };
}

/** What two boxes share; a box without area when they share nothing. */
export function intersection(a: Sides, b: Sides): Rectangle {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const right = Math.min(a.right, b.right);
  const bottom = Math.min(a.bottom, b.bottom);
  if (right < left || bottom < top) return rectangle({ left: 0, top: 0, right: 0, bottom: 0 });
  return rectangle({ left, top, right, bottom });
}

/** A box widened (or narrowed) by margins. */
export function widened(box: Sides, margins: Partial<Sides>): Rectangle {
  const { left = 0, top = 0, right = 0, bottom = 0 } = margins;
  return rectangle({
    left: box.left - left,
    top: box.top - top,
    right: box.right + right,
    bottom: box.bottom + bottom,
  });
}

/** How much of `box` lies in `shared`, from 0 to 1. */
export function ratioOf(box: Rectangle, shared: Rectangle): number {
  const area = box.width * box.height;
  return area > 0 ? (shared.width * shared.height) / area : 0;
}

/** Whether a ratio that changes passes one of the thresholds; a change from or to nothing passes the threshold 0. */
export function crosses(thresholds: readonly number[], before: number, after: number): boolean {
  if (before === after) return false;
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  return thresholds.some((threshold) => (threshold === 0 ? low === 0 : low < threshold && threshold <= high));
}
