import type { Agenda } from './agenda';
import type { Callers } from './callers';
import type { Clock } from './clock';
import type { Faults } from './faults';
import type { Log } from './log';
import type { EnvironmentFile } from './project';
import type { Random } from './random';
import type { Settings } from './settings';
import type { State } from './state';

/** What every room may use. Rooms reach each other only through what `cloud.ts` hands them. */
export interface CloudContext {
  readonly settings: Settings;
  readonly state: State;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly random: Random;
  readonly faults: Faults;
  readonly log: Log;
  readonly callers: Callers;
  /** The console's settings as they stand now; the file is read again when it changes. */
  environment(): EnvironmentFile;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  baseUrl(): string;
}
