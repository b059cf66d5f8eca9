/** @jest-environment jsdom */
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Recognised } from '../../../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../../../types/refusal';
import { useRecognised } from './useRecognised';

let mockNetwork: (isOnline: boolean) => void = () => undefined;
let mockAnswer: Outcome<Recognised> = refused('UNREACHABLE');
const mockAsked = jest.fn();
jest.mock('../../../services/cloud', () => ({
  ask: async (_action: string, { text }: { readonly text: string }) => {
    mockAsked(text);
    return mockAnswer;
  },
}));
jest.mock('../../../services/device', () => ({
  watchNetwork: (tell: typeof mockNetwork) => {
    mockNetwork = tell;
    return () => undefined;
  },
}));
jest.mock('../../../services/lifecycle', () => ({
  useDidShow: () => undefined,
  useDidHide: () => undefined,
}));

const lamp: Recognised = {
  ...{ type: 'repair', problem: 'lighting', urgency: 'general' },
  isSureOf: { type: true, problem: true, urgency: true },
};
let found: Recognised | undefined;
let root: ReturnType<typeof createRoot>;

function Writing({ text }: { readonly text: string }) {
  found = useRecognised(text);
  return null;
}

beforeEach(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.createElement('div'));
  mockAnswer = refused('UNREACHABLE');
  mockAsked.mockClear();
});

afterEach(() => {
  act(() => root.render(null));
  jest.useRealTimers();
});

test('without a network a danger that is named is known, and nothing else', async () => {
  await writes('灯坏了');
  expect(found).toBeUndefined();
  await writes('灯坏了，着火了');
  expect(found).toMatchObject({ problem: 'fire', urgency: 'emergency', callFirst: '119' });
  await writes('灯坏了');
  expect(found).toBeUndefined();
});

test('once there is a network the cloud is asked for what stands there, and its word counts', async () => {
  await writes('楼道灯坏了');
  mockAnswer = granted(lamp);
  await act(async () => mockNetwork(true));
  expect(found).toEqual(lamp);
  expect(mockAsked.mock.calls).toEqual([['楼道灯坏了'], ['楼道灯坏了']]);
  await act(async () => mockNetwork(true));
  expect(mockAsked).toHaveBeenCalledTimes(2);
});

test('whom to call is not waited for; what was known stays while a network is gone', async () => {
  mockAnswer = granted(lamp);
  await writes('灯坏了');
  act(() => root.render(createElement(Writing, { text: '灯坏了，着火了' })));
  expect(found?.callFirst).toBe('119');
  mockAnswer = refused('UNREACHABLE');
  await writes('灯坏了，没有别的');
  expect(found).toEqual(lamp);
  await writes('');
  expect(found).toBeUndefined();
});

/** Writes this, and waits until it was asked about. */
test('other words are not what was said before, while nothing is answered', async () => {
  mockAnswer = granted(lamp);
  await writes('灯坏了');
  mockAnswer = refused('UNREACHABLE');
  await writes('灯坏了好几天');
  expect(found).toEqual(lamp);
  await writes('水龙头滴水');
  expect(found).toBeUndefined();
});

async function writes(text: string): Promise<void> {
  await act(async () => {
    root.render(createElement(Writing, { text }));
  });
  await act(async () => {
    await jest.advanceTimersByTimeAsync(1_000);
  });
}
