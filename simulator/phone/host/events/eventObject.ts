import * as glassEasel from 'glass-easel';

interface PlainTarget {
  readonly id: string;
  readonly dataset: Record<string, unknown>;
  readonly offsetLeft: number;
  readonly offsetTop: number;
}

/** An element, or what stands for a component in its own methods (the adapter's caller, which holds the element). */
type TargetLike = glassEasel.Element | { readonly _$: glassEasel.Element };

/** What handlers see of an event besides its fields; built-ins also need the node itself. */
export interface Hidden {
  readonly targetNode: HTMLElement | null;
  /** Where the handler is bound. */
  readonly currentElement: glassEasel.Element;
  stopPropagation(): void;
  preventDefault(): void;
  markMutated(): void;
}

const heard = new WeakSet<object>();

/** Whether any handler has been given this event. */
export function wasHeard(event: object): boolean {
  return heard.has(event);
}

/** Handlers get a plain object, as in WeChat, not glass-easel's event with its live nodes. [doc: 事件对象] */
export function givePlainEventObjects(): void {
  glassEasel.Event.prototype.wrapShadowedEvent = function wrap(target, mark, currentTarget) {
    heard.add(this);
    const hidden: Hidden = {
      targetNode: nodeOf(target),
      currentElement: elementOf(currentTarget),
      stopPropagation: () => this.stopPropagation(),
      preventDefault: () => this.preventDefault(),
      markMutated: () => this.markMutated(),
    };
    const fields = {
      type: this.type,
      timeStamp: this.timeStamp,
      target: plainTarget(target),
      currentTarget: plainTarget(currentTarget),
      mark: mark ?? {},
      detail: this.detail,
      mut: this.mutatedMarked(),
      ...this.extraFields,
    };
    return Object.assign(Object.create(hidden), fields) as ReturnType<typeof this.wrapShadowedEvent>;
  };
}

function plainTarget(target: TargetLike): PlainTarget {
  const element = elementOf(target);
  const node = nodeOf(target);
  return {
    id: element.id,
    dataset: { ...element.dataset },
    offsetLeft: node?.offsetLeft ?? 0,
    offsetTop: node?.offsetTop ?? 0,
  };
}

function elementOf(target: TargetLike): glassEasel.Element {
  return '_$' in target ? target._$ : target;
}

function nodeOf(target: TargetLike): HTMLElement | null {
  return elementOf(target).getBackendElement() as HTMLElement | null;
}
