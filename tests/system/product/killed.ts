import type { World } from './world';

export interface Cut {
  /** Whether the work was cut off; otherwise it had ended before. */
  readonly wasCut: boolean;
}

/**
 * Runs work as a function that is killed: the first `operations` calls of the SDK (database, pay) are done, every later one is not.
 * What the work then says nobody hears.
 */
export async function killedAfter(
  world: World,
  operations: number,
  work: () => Promise<unknown>,
): Promise<Cut> {
  const { faults } = world.cloud.context;
  const draw = faults.draw.bind(faults);
  let seen = 0;
  const dead = { id: 'dead', point: 'admin.*', kind: 'error', code: 'INTERNAL_SERVER', chance: 1 };
  faults.draw = (point) => {
    // What a dead function had open WeChat ends by itself after half a minute; nobody waits for it here.
    if (!point.startsWith('admin.') || point === 'admin.database.abortTransaction') return draw(point);
    seen += 1;
    return seen > operations ? [dead] : draw(point);
  };
  try {
    await work();
  } catch {
    // The dead tell nothing.
  } finally {
    faults.draw = draw;
  }
  return { wasCut: seen > operations };
}

/** Kills the work after every `stride`th operation in turn, each time with what comes before and after. Gives how many there were. */
export async function atEveryOperation(
  world: World,
  stride: number,
  {
    before,
    work,
    after,
  }: {
    readonly before: () => Promise<void>;
    readonly work: () => Promise<unknown>;
    readonly after: (operations: number) => Promise<void>;
  },
): Promise<number> {
  for (let operations = 0; ; operations += stride) {
    await before();
    const { wasCut } = await killedAfter(world, operations, work);
    await after(operations);
    if (!wasCut) return operations;
  }
}
