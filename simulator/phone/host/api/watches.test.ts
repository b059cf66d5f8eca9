import { passOver, type Watched, watchOn } from './watches';

interface Handlers {
  onError(error: { readonly errMsg: unknown }): void;
}

/** Fails at once, as the vendor's client does: by `onError`. */
function failing(errMsg: unknown): Watched {
  return { watch: (options) => (options as Handlers).onError({ errMsg }) };
}

function isPassedOver(reason: unknown): boolean {
  const stopImmediatePropagation = jest.fn();
  passOver({ reason, stopImmediatePropagation });
  return stopImmediatePropagation.mock.calls.length > 0;
}

test('what a watch has told by onError is not uncaught as well', () => {
  const why = new Error('wsclient.send timedout');
  const onError = jest.fn();
  watchOn(failing(why), { onError });
  expect(onError).toHaveBeenCalledWith({ errMsg: why });
  expect(isPassedOver(why)).toBe(true);
});

test('what nobody was told of stays uncaught', () => {
  watchOn(failing('only a text'), { onError: () => undefined });
  for (const reason of [new Error('wsclient.send timedout'), 'only a text', undefined])
    expect(isPassedOver(reason)).toBe(false);
});

test('without onError the vendor’s client says itself what it misses', () => {
  const watch = jest.fn();
  watchOn({ watch }, { onChange: () => undefined });
  expect(watch).toHaveBeenCalledWith({ onChange: expect.any(Function) });
});
