import { createReadStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { State } from '../../core/state';
import { type ControlRoute, controlRoute } from './route';

/** Bytes of an imported state, which is written from one buffer. */
const largestState = 2 ** 31 - 1;

/** What the state routes ask of the cloud around the state. */
export interface StateKeeper {
  readonly state: State;
  /** Writes the exact time into the state first, so that coming back brings it back. */
  keepNow(): void;
  /** Ends what is under way, so that nothing of the old state goes on in the new one. */
  settle(): Promise<void>;
}

/** Snapshots, reset, export and import: each one file. */
export function stateRoutes({ state, keepNow, settle }: StateKeeper): ControlRoute[] {
  return [
    controlRoute({
      method: 'GET',
      path: '/control/snapshots',
      summary: 'the named snapshots',
      run: () => ({ snapshots: state.snapshots() }),
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/snapshots/:name',
      summary: 'keep the whole state under a name',
      run: ({ params }) => {
        keepNow();
        state.saveSnapshot(params.name ?? '');
      },
    }),
    controlRoute({
      method: 'DELETE',
      path: '/control/snapshots/:name',
      summary: 'take a snapshot away',
      run: ({ params: { name = '' } }) => state.removeSnapshot(name),
    }),
    controlRoute({
      method: 'POST',
      path: '/control/snapshots/:name/reset',
      summary:
        'go back to a snapshot: data, time, messages, wallets; open transactions end, watchers begin anew',
      run: async ({ params: { name = '' } }) => {
        if (state.snapshots().includes(name)) await settle();
        state.resetTo(name);
      },
    }),
    controlRoute({
      method: 'GET',
      path: '/control/state',
      summary: 'export the whole state as one file',
      run: ({ reply }) => {
        keepNow();
        const path = join(state.folder, 'export.db');
        state.exportTo(path);
        const stream = createReadStream(path);
        stream.on('close', () => rmSync(path, { force: true }));
        return reply.header('content-type', 'application/vnd.sqlite3').send(stream);
      },
    }),
    controlRoute({
      method: 'PUT',
      path: '/control/state',
      summary: 'take an exported file in place of the whole state; a damaged file changes nothing',
      mostBytes: largestState,
      run: async ({ bytes }) => {
        const path = join(state.folder, `import-${process.hrtime.bigint()}.db`);
        writeFileSync(path, bytes);
        try {
          state.mustBeUsable(path);
          await settle();
          state.importFrom(path);
        } finally {
          rmSync(path, { force: true });
        }
      },
    }),
  ];
}
