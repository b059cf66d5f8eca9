/**
 * The colours WeChat itself paints with (bars) and those drawn on a canvas: both are outside the reach of style sheets. The same
 * values as in tokens.css, which a test holds.
 */
export const colours = {
  brand: '#c2410c',
  ink: '#1f2328',
  ink2: '#57606a',
  ink3: '#666e77',
  ground: '#f7f5f2',
  card: '#ffffff',
  line: '#eae6e1',
  good: '#137a3a',
} as const;
