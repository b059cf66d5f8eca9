import type { Check, Topic } from './checks';
import { type Started, startContractCloud } from './local';
import { ScratchCollections } from './scratch';

const pristine = 'pristine';
/** Milliseconds a check may take, and the cloud until it is there: how fast the machine is decides, never what is waited for. */
const patience = 120_000;

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
  }, patience);

  afterAll(async () => {
    await started?.stop();
  }, patience);

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
      for (const check of checks) test(check.name, () => runOne(check), patience);
    });
  }
}
