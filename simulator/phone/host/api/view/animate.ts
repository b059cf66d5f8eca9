import { component } from 'glass-easel-miniprogram-adapter';
import { drawnRoot, findDrawn } from '../../events/find';
import type { Caller } from './contexts';

/** One key frame as `this.animate` takes it: styles by camel-case name, and functions of CSS's `transform` by theirs. [doc] */
type KeyFrame = Readonly<Record<string, unknown>> & { readonly offset?: number; readonly ease?: string };

const angles = /^(?:rotate|skew)/;
const lengths = /^translate/;

function transformOf(name: string, given: unknown): string | undefined {
  if (!/^(?:translate|rotate|scale|skew|matrix)/.test(name)) return undefined;
  const unit = angles.test(name) ? 'deg' : lengths.test(name) ? 'px' : '';
  const values = (Array.isArray(given) ? given : [given]) as unknown[];
  // The first three of rotate3d are a direction, not an angle.
  const plain = name === 'rotate3d' ? values.length - 1 : 0;
  const text = values.map((value, at) =>
    typeof value === 'number' && at >= plain ? `${value}${unit}` : String(value),
  );
  return `${name}(${text.join(', ')})`;
}

/** A key frame of WeChat as the browser takes it. */
export function toKeyframe({ offset, ease, ...changes }: KeyFrame): Keyframe {
  const styles: Record<string, string> = {};
  const transforms: string[] = [];
  for (const [name, value] of Object.entries(changes)) {
    const transform = transformOf(name, value);
    if (transform) transforms.push(transform);
    else styles[name] = String(value);
  }
  return {
    ...styles,
    ...(transforms.length > 0 ? { transform: transforms.join(' ') } : {}),
    ...(offset === undefined ? {} : { offset }),
    ...(ease === undefined ? {} : { easing: ease }),
  };
}

/** `this.animate()` and `this.clearAnimation()` of pages and components. Animations driven by scrolling are refused. */
export function giveComponentsAnimate(): void {
  Object.assign(component.ComponentCaller.prototype, {
    animate(this: Caller, selector: string, frames: KeyFrame[], duration: number, last?: unknown) {
      if (typeof last === 'object' && last !== null)
        throw new Error('animate with a ScrollTimeline is not supported by the simulator');
      const keyframes = frames.map(toKeyframe);
      const running = find(this, selector).map((node) =>
        node.animate(keyframes, { duration, fill: 'forwards' }),
      );
      if (typeof last !== 'function') return;
      void Promise.allSettled(running.map(({ finished }) => finished)).then(() => last());
    },
    clearAnimation(this: Caller, selector: string, second?: unknown, third?: unknown) {
      for (const node of find(this, selector)) for (const one of node.getAnimations()) one.cancel();
      const done = typeof second === 'function' ? second : third;
      if (typeof done === 'function') setTimeout(() => done());
    },
  });
}

function find({ _$ }: Caller, selector: string): HTMLElement[] {
  const scope = _$.getShadowRoot();
  return scope ? findDrawn(scope, drawnRoot(_$), selector) : [];
}
