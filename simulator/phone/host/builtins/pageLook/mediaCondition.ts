/** Conditions on the size of the page, in pixels; all that are given must hold. [doc] */
export interface MediaCondition {
  readonly minWidth?: number | undefined;
  readonly maxWidth?: number | undefined;
  readonly width?: number | undefined;
  readonly minHeight?: number | undefined;
  readonly maxHeight?: number | undefined;
  readonly height?: number | undefined;
  readonly orientation?: string | undefined;
}

export function fits(
  condition: MediaCondition,
  size: { readonly width: number; readonly height: number },
): boolean {
  const { minWidth, maxWidth, width, minHeight, maxHeight, height, orientation } = condition;
  const isLandscape = size.width > size.height;
  return (
    (minWidth === undefined || size.width >= minWidth) &&
    (maxWidth === undefined || size.width <= maxWidth) &&
    (width === undefined || size.width === width) &&
    (minHeight === undefined || size.height >= minHeight) &&
    (maxHeight === undefined || size.height <= maxHeight) &&
    (height === undefined || size.height === height) &&
    (!orientation || orientation === (isLandscape ? 'landscape' : 'portrait'))
  );
}
