import { type AnimationStep, transformNames } from '../../builtins/animation';
import type { Wx } from '../convention';

type StepOption = Parameters<Wx['createAnimation']>[0];
type Change = AnimationStep['animates'][number];

const lengths = ['width', 'height', 'left', 'right', 'top', 'bottom'] as const;

/** `wx.createAnimation()`: gathers changes into steps; `export()` hands them over and begins anew. [doc] */
class AnimationBuilder {
  private steps: AnimationStep[] = [];
  private changes: Change[] = [];

  constructor(private readonly option: StepOption = {}) {}

  step(option: StepOption = {}): this {
    const { delay = 0, duration = 400, timingFunction = 'linear' } = { ...this.option, ...option };
    const transformOrigin = option.transformOrigin ?? this.option.transformOrigin ?? '50% 50% 0';
    this.steps.push({
      animates: this.changes,
      option: { transformOrigin, transition: { delay, duration, timingFunction } },
    });
    this.changes = [];
    return this;
  }

  export() {
    return { actions: this.steps.splice(0) };
  }

  add(change: Change): this {
    this.changes = [...this.changes.filter((one) => !replaces(change, one)), change];
    return this;
  }

  opacity(value: number): this {
    return this.add({ type: 'style', args: ['opacity', value] });
  }

  backgroundColor(value: string): this {
    return this.add({ type: 'style', args: ['background-color', value] });
  }

  scale(x: number, y = x): this {
    return this.add({ type: 'scale', args: [x, y] });
  }
}

// What a step says twice of the same property holds as it was said last.
function replaces(change: Change, earlier: Change): boolean {
  return change.type === earlier.type && (change.type !== 'style' || change.args[0] === earlier.args[0]);
}

for (const name of transformNames) {
  if (name in AnimationBuilder.prototype) continue;
  Object.assign(AnimationBuilder.prototype, {
    [name](this: AnimationBuilder, ...args: number[]) {
      return this.add({ type: name, args });
    },
  });
}

for (const name of lengths) {
  Object.assign(AnimationBuilder.prototype, {
    [name](this: AnimationBuilder, value: number | string) {
      return this.add({ type: 'style', args: [name, typeof value === 'number' ? `${value}px` : value] });
    },
  });
}

export const createAnimation = ((option?: StepOption) =>
  new AnimationBuilder(option) as unknown as WechatMiniprogram.Animation) satisfies Wx['createAnimation'];
