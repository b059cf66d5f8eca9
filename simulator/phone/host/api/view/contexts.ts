import type * as glassEasel from 'glass-easel';
import { drawnRoot, findDrawn } from '../../events/find';
import type { PageStack } from '../../pages/stack';
import { ApiRefusal, byConvention } from '../convention';

/** A page or component as its own methods see it. */
export interface Caller {
  readonly _$: glassEasel.GeneralComponent;
}

type ElementKind<T> = abstract new (...args: never[]) => T;

/** Finds the built-in a context speaks for each time it is asked: contexts are often made before the page is drawn. */
export function builtinFinder<T extends Element>(
  stack: PageStack,
  kind: ElementKind<T>,
  id: string,
  component?: unknown,
) {
  return (): T => {
    const caller = (component ?? stack.top()?.instance) as Caller | undefined;
    const scope = caller?._$.getShadowRoot();
    const found =
      caller && scope ? findDrawn(scope, drawnRoot(caller._$), `#${CSS.escape(id)}`)[0] : undefined;
    if (found instanceof kind) return found;
    throw new ApiRefusal(`no element with the id "${id}" is found`);
  };
}

/** A method of a context, by WeChat's calling convention. */
export function contextMethod<O extends object>(name: string, work: (options: O) => unknown) {
  return (options?: O) => byConvention(name, (given) => work(given as O))(options);
}

/** A context whose absent methods fail by their names when they are called. */
export function contextOf<T extends object>(name: string, methods: T): T {
  return new Proxy(methods, {
    get(target, key) {
      const found = Reflect.get(target, key) as unknown;
      if (found !== undefined || typeof key === 'symbol' || key === 'then' || key === 'toJSON') return found;
      return () => {
        throw new Error(`${name}.${key} is not supported by the simulator`);
      };
    },
  });
}
