/// <reference path="../../../../node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts" />
/// <reference path="../../../../node_modules/miniprogram-api-typings/types/wx/lib.wx.cloud.d.ts" />

import { noteRefusal } from '../audit/failedCalls';

export type Wx = WechatMiniprogram.Wx;

/** Every name WeChat's own typings give `wx`. */
export type WxName = keyof Wx & string;

type AnyFunction = (...args: never[]) => unknown;

/** The options an interface takes, by WeChat's own typings. */
export type OptionsOf<N extends WxName> = Wx[N] extends AnyFunction
  ? NonNullable<Parameters<Wx[N]>[0]>
  : never;

/** What it tells `success`, without `errMsg`, which is added. */
export type ResultOf<N extends WxName> =
  OptionsOf<N> extends { success?: (result: infer R) => void } ? Omit<R, 'errMsg'> : never;

type Answer<N extends WxName> = Partial<ResultOf<N>> | undefined;

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

/** An interface as a mini-program calls it. */
export type Asynchronous = (options?: object) => Promise<unknown> | undefined;

/** An interface of `wx`: its options and its result are checked against WeChat's typings. */
export function asynchronous<N extends WxName>(
  name: N,
  work: (options: OptionsOf<N>) => Answer<N> | Promise<Answer<N>>,
): Asynchronous {
  return byConvention(name, (options) => work(options as OptionsOf<N>));
}

/** An interface of `wx` that does something and tells nothing but that it did. */
export function performing<N extends WxName>(name: N, work: (options: OptionsOf<N>) => void): Asynchronous {
  return byConvention(name, (options) => work(options as OptionsOf<N>));
}

/**
 * WeChat's calling convention: callbacks in the options, or a promise when there are none. [doc]
 * A refusal is `{errMsg: '<name>:fail …'}`; what `work` returns gets `errMsg: '<name>:ok'` unless it has its own.
 */
export function byConvention(name: string, work: (options: object) => unknown): Asynchronous {
  return (options = {}) => {
    const outcome = new Promise((resolve) => resolve(work(options))).then((result) => ({
      errMsg: `${name}:ok`,
      ...(result as object | undefined),
    }));
    const { success, fail, complete } = options as Callbacks;
    const hasCallbacks = [success, fail, complete].some((one) => typeof one === 'function');
    if (!hasCallbacks) return outcome.catch((error) => Promise.reject(describe(name, error)));
    outcome.then(
      (result) => settle(success, complete, result),
      (error) => settle(fail, complete, describe(name, error)),
    );
    return undefined;
  };
}

function describe(name: string, error: unknown): Record<string, unknown> {
  const fields = error instanceof ApiRefusal ? error.fields : {};
  const message = error instanceof Error ? error.message : String(error);
  const errMsg = `${name}:fail ${message}`;
  noteRefusal(name, errMsg);
  return { errMsg, ...fields };
}

function settle(
  first: ((value: unknown) => void) | undefined,
  last: ((value: unknown) => void) | undefined,
  value: unknown,
): void {
  for (const callback of [first, last]) {
    try {
      callback?.(value);
    } catch (error) {
      reportError(error);
    }
  }
}
