import type * as glassEasel from 'glass-easel';

/** The parts of a node's look that the framework keeps apart: what the template gives, and what goes before it. */
const ofTemplate = 0 as glassEasel.StyleSegmentIndex;
const beforeTemplate = 3 as glassEasel.StyleSegmentIndex;

/** Style and classes that wxs gives a node, beside those of the template. */
export class Styling {
  constructor(private readonly element: glassEasel.Element) {}

  setStyle(style: string | Readonly<Record<string, unknown>>): void {
    this.element.setNodeStyle(styleText(style), beforeTemplate);
  }

  /** Several names may stand with spaces between. One that is taken away comes back when the template sets its classes anew. */
  toggle(names: string, isOn: boolean): void {
    for (const name of names.split(/\s+/).filter(Boolean)) {
      this.element.toggleNodeClass(name, isOn, beforeTemplate);
      if (!isOn) this.element.toggleNodeClass(name, false, ofTemplate);
    }
  }

  has(name: string): boolean {
    const { classList } = this.element;
    return Boolean(classList?.contains(name, ofTemplate) || classList?.contains(name, beforeTemplate));
  }
}

/** `{ backgroundColor: 'red', '--x': 1 }` as the text of a style. */
export function styleText(style: string | Readonly<Record<string, unknown>>): string {
  if (typeof style === 'string') return style;
  const dashed = (name: string) =>
    name.startsWith('--') ? name : name.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`);
  return Object.entries(style)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${dashed(name)}:${String(value)}`)
    .join(';');
}
