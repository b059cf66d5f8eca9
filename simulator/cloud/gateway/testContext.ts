import { Agenda } from '../core/agenda';
import { Callers } from '../core/callers';
import { Clock } from '../core/clock';
import type { CloudContext } from '../core/context';
import { Faults } from '../core/faults';
import { Log } from '../core/log';
import type { EnvironmentFile } from '../core/project';
import { Random } from '../core/random';
import { defaultSettings } from '../core/settings';
import { State } from '../core/state';

/** For tests: a context on a temporary state, its clock frozen, its environment file given instead of read. */
export function createTestContext(environment: Partial<EnvironmentFile> = {}): CloudContext {
  const state = new State();
  const clock = new Clock(Date.parse('2026-11-10T09:00:00+08:00'), 0);
  const random = new Random(1, 1);
  const full: EnvironmentFile = {
    functionRules: {},
    storageRules: { read: true, write: 'resource.openid == auth.openid' },
    httpRoutes: [],
    messagePush: [],
    templates: [],
    ...environment,
  };
  const tokens = random.stream('tokens');
  return {
    settings: { ...defaultSettings },
    state,
    clock,
    agenda: new Agenda(state, clock, () => undefined),
    random,
    faults: new Faults(random.stream('faults')),
    log: new Log(),
    callers: new Callers(() => tokens.hex(40), defaultSettings.appid),
    environment: () => full,
    baseUrl: () => 'http://127.0.0.1:4600',
  };
}
