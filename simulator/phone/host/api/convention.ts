/** The result an interface refuses with; `message` is the part after `<name>:fail `. */
export class ApiRefusal extends Error {
  constructor(
    message: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

interface Callbacks {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
}

/** The work of one asynchronous interface; what it returns gets `errMsg: '<name>:ok'` unless it has its own. */
export type Work = (options: Record<string, unknown>) => unknown;

/**
 * WeChat's calling convention: callbacks in the options, or a promise when there are none. [doc]
 * A refusal is `{errMsg: '<name>:fail …'}`; any other exception is a fault of the simulator and says so.
 */
export function asynchronous(name: string, work: Work) {
  return (options: Record<string, unknown> & Callbacks = {}): Promise<unknown> | undefined => {
    const outcome = Promise.resolve()
      .then(() => work(options))
      .then((result) => ({ errMsg: `${name}:ok`, ...(result as object | undefined) }));
    const failed = (error: unknown) => describe(name, error);
    const hasCallbacks = [options.success, options.fail, options.complete].some(
      (one) => typeof one === 'function',
    );
    if (!hasCallbacks) return outcome.catch((error) => Promise.reject(failed(error)));
    outcome.then(
      (result) => settle(options.success, options.complete, result),
      (error) => settle(options.fail, options.complete, failed(error)),
    );
    return undefined;
  };
}

function describe(name: string, error: unknown): Record<string, unknown> {
  if (error instanceof ApiRefusal) return { errMsg: `${name}:fail ${error.message}`, ...error.fields };
  const message = error instanceof Error ? error.message : String(error);
  return { errMsg: `${name}:fail ${message}` };
}

function settle(
  first: ((value: unknown) => void) | undefined,
  last: ((value: unknown) => void) | undefined,
  value: unknown,
) {
  for (const callback of [first, last]) {
    try {
      callback?.(value);
    } catch (error) {
      reportError(error);
    }
  }
}
