import type { Place } from './mercator';

/** The shapes a map is given, with the names and units of WeChat's own page on `<map>`. Lengths in px unless they say rpx. */
type Length = number | string;

export interface Marker extends Place {
  readonly id?: number;
  readonly title?: string;
  readonly zIndex?: number;
  readonly iconPath?: string;
  readonly rotate?: number;
  readonly alpha?: number;
  readonly width?: Length;
  readonly height?: Length;
  readonly callout?: Bubble & { readonly display?: 'BYCLICK' | 'ALWAYS' };
  readonly customCallout?: {
    readonly display?: 'BYCLICK' | 'ALWAYS';
    readonly anchorX?: Length;
    readonly anchorY?: Length;
  };
  readonly label?: Bubble & { readonly x?: Length; readonly y?: Length };
  readonly anchor?: { readonly x?: number; readonly y?: number };
  readonly ariaLabel?: string;
}

/** What callouts and labels share. */
export interface Bubble {
  readonly content?: string;
  readonly color?: string;
  readonly fontSize?: Length;
  readonly borderRadius?: Length;
  readonly borderWidth?: Length;
  readonly borderColor?: string;
  readonly bgColor?: string;
  readonly padding?: Length;
  readonly textAlign?: 'left' | 'right' | 'center';
  readonly anchorX?: Length;
  readonly anchorY?: Length;
}

export interface Polyline {
  readonly id?: number;
  readonly points?: readonly Place[];
  readonly color?: string;
  readonly colorList?: readonly string[];
  readonly width?: Length;
  readonly dottedLine?: boolean;
  readonly arrowLine?: boolean;
  readonly borderColor?: string;
  readonly borderWidth?: Length;
}

export interface Polygon {
  readonly points?: readonly Place[];
  readonly strokeWidth?: Length;
  readonly strokeColor?: string;
  readonly fillColor?: string;
  readonly dashArray?: readonly number[];
  readonly zIndex?: number;
}

export interface Circle extends Place {
  readonly color?: string;
  readonly fillColor?: string;
  /** In metres. */
  readonly radius: number;
  readonly strokeWidth?: Length;
}

/** A length in CSS pixels: a number and `12px` are pixels, `12rpx` counts from the width of the screen. [doc] */
export function pixels(length: Length | undefined, otherwise: number): number {
  if (length === undefined) return otherwise;
  const value = Number.parseFloat(String(length));
  if (Number.isNaN(value)) return otherwise;
  return String(length).trim().endsWith('rpx') ? (value * innerWidth) / 750 : value;
}
