/** Properties that pass from an element to what is in it. Of these a copy needs what differs from the element around. */
const inherited = new Set(
  [
    'color cursor direction font-family font-feature-settings font-size font-style font-variant-caps',
    'font-variant-numeric font-weight letter-spacing line-height list-style-type overflow-wrap quotes',
    'text-align text-indent text-shadow text-transform visibility white-space-collapse text-wrap-mode',
    'word-break word-spacing -webkit-line-clamp -webkit-text-fill-color fill fill-opacity stroke',
    'stroke-linecap stroke-linejoin stroke-width',
  ]
    .join(' ')
    .split(' '),
);

/** A picture stands still: an animation would begin anew in it. Logical names say the same a second time. */
const left = /^(?:animation|transition|perspective-origin|inline-size|block-size|.*-(?:inline|block)-)/;

/** Zero where there is no line, and not zero once there is one: told even when it is as in an untouched element. */
const lineWidth = /^(?:border-.*|outline)-width$/;

/** The look of an untouched element of a tag, to compare with: from a document without any style. */
export class PlainLooks {
  private readonly frame = document.createElement('iframe');
  private readonly known = new Map<string, ReadonlyMap<string, string>>();

  constructor() {
    this.frame.style.cssText = 'position: fixed; width: 0; height: 0; border: 0; visibility: hidden';
    document.body.append(this.frame);
  }

  of(tag: string): ReadonlyMap<string, string> {
    const known = this.known.get(tag);
    if (known) return known;
    const inside = this.frame.contentDocument!;
    const element = inside.body.appendChild(inside.createElement(tag));
    const look = new Map(entries(this.frame.contentWindow!.getComputedStyle(element)));
    element.remove();
    this.known.set(tag, look);
    return look;
  }

  remove(): void {
    this.frame.remove();
  }
}

/** What must be written at a copy so that it looks as `look` says, inside of an element that looks as `around`. */
export function neededOf(
  look: CSSStyleDeclaration,
  around: CSSStyleDeclaration | undefined,
  plain: ReadonlyMap<string, string>,
): Map<string, string> {
  const needed = entries(look).filter(([name, value]) =>
    inherited.has(name)
      ? value !== around?.getPropertyValue(name)
      : value !== plain.get(name) || lineWidth.test(name),
  );
  return new Map(needed);
}

function entries(look: CSSStyleDeclaration): [string, string][] {
  return Array.from(look)
    .filter((name) => !left.test(name) && !name.startsWith('--'))
    .map((name) => [name, look.getPropertyValue(name)]);
}
