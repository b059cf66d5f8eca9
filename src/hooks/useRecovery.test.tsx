/** @jest-environment jsdom */
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Missing } from '../services/failure';
import { useRecovery } from './useRecovery';

let network: (isOnline: boolean) => void = () => undefined;
let show: () => void = () => undefined;
let hide: () => void = () => undefined;
jest.mock('../services/device', () => ({
  watchNetwork: (tell: typeof network) => {
    network = tell;
    return () => {
      network = () => undefined;
    };
  },
}));
jest.mock('../services/lifecycle', () => ({
  useDidShow: (shown: typeof show) => {
    show = shown;
  },
  useDidHide: (hidden: typeof hide) => {
    hide = hidden;
  },
}));

let missing: Missing | undefined;
const again = jest.fn(async () => undefined);

function Asking() {
  useRecovery(() => missing, again);
  return null;
}

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  again.mockClear();
  missing = undefined;
});

afterEach(() => jest.useRealTimers());

test('while the service fails it is asked for every 20 s, and no more once it is there', () => {
  const close = opened();
  missing = 'service';
  jest.advanceTimersByTime(40_000);
  expect(again).toHaveBeenCalledTimes(2);
  missing = undefined;
  jest.advanceTimersByTime(60_000);
  expect(again).toHaveBeenCalledTimes(2);
  close();
});

test('not while nobody looks, nor after the page is gone', () => {
  const close = opened();
  missing = 'service';
  hide();
  jest.advanceTimersByTime(60_000);
  expect(again).not.toHaveBeenCalled();
  show();
  jest.advanceTimersByTime(20_000);
  expect(again).toHaveBeenCalledTimes(1);
  close();
  jest.advanceTimersByTime(60_000);
  network(true);
  expect(again).toHaveBeenCalledTimes(1);
});

test('without a network it waits for one, and does not try by the clock', () => {
  const close = opened();
  missing = 'network';
  jest.advanceTimersByTime(60_000);
  network(false);
  expect(again).not.toHaveBeenCalled();
  network(true);
  expect(again).toHaveBeenCalledTimes(1);
  missing = undefined;
  network(true);
  expect(again).toHaveBeenCalledTimes(1);
  close();
});

function opened(): () => void {
  const root = createRoot(document.createElement('div'));
  act(() => root.render(createElement(Asking)));
  return () => act(() => root.render(null));
}
