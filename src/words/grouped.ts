/** A number as people read it, its whole part in groups of three: 1,286; 12,840.5. */
export function grouped(number: number | string): string {
  const [whole = '', fraction] = String(number).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
