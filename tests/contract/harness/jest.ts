import type { Check, Topic } from './checks';
import { type Started, startContractCloud } from './local';
import { ScratchCollections } from './scratch';

const pristine = 'pristine';

/** Turns checks into tests against one local cloud, which is put back to its beginning before each check that needs it alone. */
export function runContract(
  topics: readonly Topic[],
  settings: Parameters<typeof startContractCloud>[0] = {},
): void {
  let started: Started | undefined;
  let scratch: ScratchCollections | undefined;

  beforeAll(async () => {
    started = await startContractCloud(settings);
    await started.local.control.snapshot(pristine);
  }, 60_000);

  afterAll(async () => {
    await started?.stop();
  }, 60_000);

  async function runOne(check: Check): Promise<void> {
    if (!started) throw new Error('the cloud did not start');
    const { cloud, db, local } = started;
    if (!check.portable) {
      await local.control.clearFaults();
      await local.control.reset(pristine);
      scratch = undefined;
    }
    scratch ??= new ScratchCollections(db);
    const collections = scratch;
    const tools = { cloud, db, _: db.command, echo: 'echo', scratch: collections.take.bind(collections) };
    if (!check.portable) await check.run({ ...tools, local });
    else await check.run(tools).finally(() => collections.release());
  }

  for (const { topic, checks } of topics) {
    describe(topic, () => {
      for (const check of checks) test(check.name, () => runOne(check), 30_000);
    });
  }
}
