import type { AdminActions } from './core/admin';
import type { CloudContext } from './core/context';
import { FunctionService } from './functions/service';

/** One emulated service behind the registry. */
interface Room {
  readonly actions?: AdminActions;
  start?(): Promise<void> | void;
  stop?(): Promise<void> | void;
}

/** Every emulated service, built once and introduced to those it needs. */
export interface Rooms {
  readonly functions: FunctionService;
  readonly actions: readonly AdminActions[];
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The only place where rooms meet. */
export function createRooms(context: CloudContext): Rooms {
  const functions = new FunctionService(context);
  const all: readonly Room[] = [functions];
  return {
    functions,
    actions: all.flatMap((room) => (room.actions ? [room.actions] : [])),
    start: async () => {
      for (const room of all) await room.start?.();
    },
    stop: async () => {
      for (const room of [...all].reverse()) await room.stop?.();
    },
  };
}
