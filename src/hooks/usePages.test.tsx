/** @jest-environment jsdom */
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { granted, type Outcome, refused } from '../../types/refusal';
import type { Topic } from '../../types/topic';
import { type PagesOptions, usePages } from './usePages';

interface Row {
  readonly ticketId: string;
}
type Answered = Outcome<{ rows: readonly Row[]; next?: string }>;

const mockAsked: unknown[] = [];
const mockStored = new Map<string, unknown>();
let mockAnswers: (() => Promise<Answered>)[] = [];
let mockNews: (topics: ReadonlySet<Topic>) => void = () => undefined;
let mockShow: (() => void)[] = [];
let mockHide: (() => void)[] = [];

jest.mock('../services/cloud', () => ({
  ask: async (_action: string, input: unknown) => {
    mockAsked.push(input);
    return mockAnswers.shift()?.();
  },
}));
jest.mock('../services/feed', () => ({
  watchFeed: (listener: typeof mockNews) => {
    mockNews = listener;
    return () => {
      mockNews = () => undefined;
    };
  },
}));
jest.mock('../services/device', () => ({ watchNetwork: () => () => undefined }));
jest.mock('../services/lifecycle', () => ({
  useDidShow: (shown: () => void) => mockShow.push(shown),
  useDidHide: (hidden: () => void) => mockHide.push(hidden),
  useReachBottom: () => undefined,
}));
jest.mock('../services/storage', () => ({
  recall: (key: string) => mockStored.get(key),
  keep: (key: string, value: unknown) => mockStored.set(key, value),
  forget: (key: string) => mockStored.delete(key),
}));

const rows = (...ids: readonly string[]) => ids.map((ticketId) => ({ ticketId }));
const comes =
  (...ids: readonly string[]) =>
  async () =>
    granted({ rows: rows(...ids) });
const moves = (topic: Topic) => act(async () => mockNews(new Set([topic])));

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  mockAsked.length = 0;
  mockStored.clear();
  mockAnswers = [];
  mockShow = [];
  mockHide = [];
});

afterEach(() => jest.useRealTimers());

test('a list asks anew when its topic moves, and for no other', async () => {
  mockAnswers = [comes('a'), comes('b', 'a')];
  const list = await opened({ topics: ['tickets'] });
  expect(list.text()).toBe('a');
  await moves('bills');
  expect(mockAsked).toHaveLength(1);
  await moves('tickets');
  expect(list.text()).toBe('b a');
  await list.close();
  await moves('tickets');
  expect(mockAsked).toHaveLength(2);
});

test('a hidden list asks when it is shown', async () => {
  mockAnswers = [comes('a'), comes('b')];
  const list = await opened({ topics: ['tickets'] });
  act(() => {
    for (const hidden of mockHide) hidden();
  });
  await moves('tickets');
  expect(mockAsked).toHaveLength(1);
  await act(async () => {
    for (const shown of mockShow) shown();
  });
  expect(list.text()).toBe('b');
  await list.close();
});

test('news that come while rows are on their way have them asked for once more', async () => {
  jest.useFakeTimers();
  let arrive: (answer: Answered) => void = () => undefined;
  mockAnswers = [
    () =>
      new Promise((resolve) => {
        arrive = resolve;
      }),
    comes('b'),
  ];
  const list = await opened({ topics: ['tickets'] });
  await moves('tickets');
  await act(async () => arrive(granted({ rows: rows('a') })));
  expect(list.text()).toBe('a');
  await act(async () => jest.advanceTimersByTime(300));
  expect(list.text()).toBe('b');
  expect(mockAsked).toHaveLength(2);
  await list.close();
});

test('what is remembered is shown at once, and marked as old without a network', async () => {
  mockAnswers = [comes('a', 'b')];
  await (await opened({ isKept: true })).close();
  mockAnswers = [async () => refused('UNREACHABLE')];
  const list = await opened({ isKept: true });
  expect(list.text()).toBe('a b, old');
  await list.close();
  mockAnswers = [async () => refused('UNREACHABLE')];
  const other = await opened({});
  expect(other.text()).toBe('');
  await other.close();
});

test('what is remembered of one home is not shown for another, and both are asked for', async () => {
  mockAnswers = [comes('a')];
  await (await opened({ isKept: true }, '1-1-101')).close();
  mockAnswers = [comes('b')];
  const list = await opened({ isKept: true }, '1-1-102');
  expect(list.text()).toBe('b');
  mockAnswers = [comes('a', 'c')];
  await list.turnsTo('1-1-101');
  expect(list.text()).toBe('a c');
  await list.close();
});

test('what one may no longer see is not left on the phone', async () => {
  mockAnswers = [comes('a')];
  await (await opened({ isKept: true })).close();
  expect(mockStored.size).toBe(1);
  mockAnswers = [async () => refused('NOT_ALLOWED')];
  const list = await opened({ isKept: true });
  expect(list.text()).toBe('');
  expect(mockStored.size).toBe(0);
  await list.close();
});

test('no more than the first rows are remembered', async () => {
  mockAnswers = [comes(...Array.from({ length: 30 }, (_, index) => `t${index}`))];
  await (await opened({ isKept: true })).close();
  const [kept] = [...mockStored.values()] as { rows: readonly Row[] }[];
  expect(kept?.rows).toHaveLength(20);
});

let seen = '';

function List({ homeId, options }: { readonly homeId: string; readonly options: PagesOptions }) {
  const list = usePages(
    'tickets.mine',
    { homeId, which: 'all' },
    ({ rows, next }) => ({ rows, next }),
    options,
  );
  seen = `${(list.rows ?? []).map(({ ticketId }) => ticketId).join(' ')}${list.old ? ', old' : ''}`;
  return null;
}

async function opened(options: PagesOptions, home = '1-1-101') {
  const root = createRoot(document.createElement('div'));
  const turnsTo = (homeId: string) => act(async () => root.render(createElement(List, { homeId, options })));
  await turnsTo(home);
  return { text: () => seen, turnsTo, close: () => act(async () => root.render(null)) };
}
