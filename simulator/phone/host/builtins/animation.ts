/** One step of `wx.createAnimation`, as `export()` writes it. [measured: what WeChat's own library exports] */
export interface AnimationStep {
  readonly animates: readonly {
    readonly type: string;
    readonly args: readonly (number | string | readonly string[])[];
  }[];
  readonly option: {
    readonly transformOrigin: string;
    readonly transition: {
      readonly delay: number;
      readonly duration: number;
      readonly timingFunction: string;
    };
  };
}

/** Milliseconds after the end of a step until the next begins; the browser's own event for the end may be a frame late. */
const stepGap = 20;

const transforms: Readonly<Record<string, (args: readonly unknown[]) => string>> = {
  rotate: ([angle]) => `rotate(${angle}deg)`,
  rotateX: ([angle]) => `rotateX(${angle}deg)`,
  rotateY: ([angle]) => `rotateY(${angle}deg)`,
  rotateZ: ([angle]) => `rotateZ(${angle}deg)`,
  rotate3d: ([x, y, z, angle]) => `rotate3d(${x}, ${y}, ${z}, ${angle}deg)`,
  skew: ([x, y = 0]) => `skew(${x}deg, ${y}deg)`,
  skewX: ([angle]) => `skewX(${angle}deg)`,
  skewY: ([angle]) => `skewY(${angle}deg)`,
  translate: ([x, y = 0]) => `translate(${x}px, ${y}px)`,
  translate3d: ([x, y = 0, z = 0]) => `translate3d(${x}px, ${y}px, ${z}px)`,
};

/** The names of all functions of CSS's `transform` that an animation has. */
export const transformNames = [
  ...Object.keys(transforms),
  'translateX',
  'translateY',
  'translateZ',
  'scale',
  'scaleX',
  'scaleY',
  'scaleZ',
  'scale3d',
  'matrix',
  'matrix3d',
] as const;

function transformText(type: string, args: readonly unknown[]): string {
  const known = transforms[type];
  if (known) return known(args);
  const unit = type.startsWith('translate') ? 'px' : '';
  return `${type}(${args.map((arg) => `${String(arg)}${unit}`).join(', ')})`;
}

/** The styles one step ends with. */
export function stylesOf(step: AnimationStep): Record<string, string> {
  const styles: Record<string, string> = {};
  const functions: string[] = [];
  for (const { type, args } of step.animates) {
    if (type === 'style') styles[String(args[0])] = String(args[1]);
    else functions.push(transformText(type, args));
  }
  if (functions.length > 0) styles.transform = functions.join(' ');
  return styles;
}

const running = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();

/** Plays exported steps on an element, one after the other; what is set anew takes the place of what still runs. */
export function playAnimation(element: HTMLElement, exported: unknown): void {
  const { actions } = (exported ?? {}) as { actions?: readonly AnimationStep[] };
  clearTimeout(running.get(element));
  if (Array.isArray(actions)) playFrom(element, actions as readonly AnimationStep[]);
}

function playFrom(element: HTMLElement, [step, ...rest]: readonly AnimationStep[]): void {
  if (!step) return;
  const { transformOrigin, transition } = step.option;
  const styles = stylesOf(step);
  element.style.transformOrigin = transformOrigin;
  const { duration, timingFunction, delay } = transition;
  element.style.transition = Object.keys(styles)
    .map((name) => `${name} ${duration}ms ${timingFunction} ${delay}ms`)
    .join(', ');
  // The browser must have seen the state before, or it does not move but jump.
  element.getBoundingClientRect();
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value);
  running.set(
    element,
    setTimeout(() => playFrom(element, rest), duration + delay + stepGap),
  );
}
