import { logsApi } from './logs';

const levels = ['info', 'log', 'warn', 'error', 'debug'] as const;
let written: unknown[][];

beforeEach(() => {
  written = [];
  for (const level of levels)
    jest.spyOn(console, level).mockImplementation((...words) => void written.push([level, ...words]));
});

afterEach(() => jest.restoreAllMocks());

test('what an app logs is written to the console by its level', () => {
  const manager = logsApi().getLogManager();
  manager.warn('慢', 3);
  manager.debug({ a: 1 });
  expect(written).toEqual([
    ['warn', '[LogManager]', '慢', 3],
    ['debug', '[LogManager]', { a: 1 }],
  ]);
});

test('the real-time log carries what it is filtered for', () => {
  const manager = logsApi().getRealtimeLogManager();
  manager.info('开始');
  manager.setFilterMsg('旧');
  manager.setFilterMsg('账单');
  manager.addFilterMsg('支付');
  manager.error('失败');
  expect(written).toEqual([
    ['info', '[RealtimeLog]', '开始'],
    ['error', '[RealtimeLog 账单 支付]', '失败'],
  ]);
});
