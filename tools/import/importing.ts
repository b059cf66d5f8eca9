import { jobHandlers } from '../../cloudfunctions/job/handlers';
import { changes, create } from '../../cloudfunctions/kernel/changes';
import { toDo } from '../../cloudfunctions/kernel/decision';
import type { Ports } from '../../cloudfunctions/kernel/ports';
import type { Changing, Context } from '../../cloudfunctions/kernel/routes';
import { communities, communityById } from '../../cloudfunctions/modules/community';
import { applyImport } from '../../cloudfunctions/modules/setup/applyImport';
import { checkImport } from '../../cloudfunctions/modules/setup/checkImport';
import { decideConflicts } from '../../cloudfunctions/modules/setup/decideConflicts';
import { giveUpImport } from '../../cloudfunctions/modules/setup/giveUpImport';
import { standingOf } from '../../cloudfunctions/modules/setup/importStore';
import { importRows, seeImport } from '../../cloudfunctions/modules/setup/seeImport';
import { keepFile } from '../../cloudfunctions/platform/files';
import { runJobs } from '../../cloudfunctions/platform/jobs';
import { realPorts } from '../../cloudfunctions/platform/ports';
import { settle } from '../../cloudfunctions/platform/settle';
import type { ImportProblem, ImportView } from '../../types/contract/setup';
import { dayOf, type Instant } from '../../types/day';
import type { Outcome } from '../../types/refusal';
import type { ImportOptions } from './options';

/** What became of one file. */
export interface Done {
  readonly view: ImportView;
  readonly problems: readonly ImportProblem[];
  /** Why it goes no further, as a sentence. */
  readonly refusal?: string;
  readonly exitCode: 0 | 1 | 2;
}

const actor = 'importTool';

/** The import's use cases, asked by a terminal: who may sit there may do it, so access is not asked again. */
export class Importing {
  private readonly ports: Ports;

  constructor(
    private readonly communityId: string,
    private readonly now: () => Instant,
  ) {
    this.ports = { ...realPorts, now, log: (line) => process.stderr.write(`${JSON.stringify(line)}\n`) };
  }

  /** A community that residents cannot see yet. One that is there stays as it is. */
  async makeCommunity(name: string): Promise<void> {
    const { communityId } = this;
    const audit = [
      { what: 'communityMade', beneficiary: { communityId }, subjects: [`communities/${communityId}`] },
    ];
    await this.settled('makeCommunity', async () => {
      if (await communityById(communityId)) return toDo(communityId, changes({}));
      const community = { _id: communityId, name, state: 'preparing' as const };
      return toDo(communityId, changes({ writes: [create(communities, community)], audit }));
    });
  }

  /** One file: uploaded, checked, and applied where the options say so and nothing stands against it. */
  async bringIn(fileName: string, bytes: Buffer, options: ImportOptions): Promise<Done> {
    if (!(await communityById(this.communityId)))
      throw new Error(`没有小区 ${this.communityId}，第一次导入请加 --name <小区名称>`);
    const { communityId } = this;
    const fileId = await keepFile(`imports/${communityId}/${this.ports.newId()}-${fileName}`, bytes);
    const { importId } = await this.changed('setup.checkImport', checkImport, {
      communityId,
      fileId,
      fileName,
    });
    const view = await this.whenNot(importId, 'checking');
    if (view.state === 'rejected') return { view, problems: await problemsOf(importId), exitCode: 1 };
    if (!options.applies) return { view, problems: [], exitCode: 0 };
    return this.apply(view, options);
  }

  /** Takes the first import that has not ended out again. */
  async giveUp(): Promise<Done> {
    const standing = await standingOf(this.communityId);
    const importId = standing?.applying;
    if (importId === undefined) throw new Error('没有正在进行的导入');
    await this.changed('setup.giveUpImport', giveUpImport, { importId });
    return { view: await this.whenNot(importId, 'undoing'), problems: [], exitCode: 0 };
  }

  private async apply({ importId, undecided }: ImportView, { take, opening }: ImportOptions): Promise<Done> {
    try {
      if (take !== undefined && undecided > 0)
        await this.changed('setup.decideConflicts', decideConflicts, { importId, take });
      const wanted = { importId, ...(opening ? { opening } : {}) };
      await this.changed('setup.applyImport', applyImport, wanted);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { view: await seen(importId), problems: [], refusal: error.message, exitCode: 2 };
    }
    return { view: await this.whenNot(importId, 'applying'), problems: [], exitCode: 0 };
  }

  /** Works on jobs, or waits for the function that does, until the import is past a state. */
  private async whenNot(importId: string, state: ImportView['state']): Promise<ImportView> {
    for (;;) {
      await runJobs(jobHandlers, this.ports, () => true);
      const view = await seen(importId);
      if (view.state !== state) return view;
      await this.ports.pause(500);
    }
  }

  private async changed<Input, Made, Output>(
    action: string,
    useCase: Changing<Input, void, Made, Output>,
    input: Input,
  ): Promise<Output> {
    const made = await this.settled(action, () => useCase.decide(input, this.context(), undefined));
    return granted(await useCase.answer(made, this.context(), this.ports));
  }

  private async settled<Made>(
    action: string,
    decide: Parameters<typeof settle<Made>>[0]['decide'],
  ): Promise<Made> {
    const author = { action, actor: { as: actor }, communityId: this.communityId };
    return granted(await settle({ author, decide }, this.ports));
  }

  private context(): Context {
    const now = this.now();
    return {
      caller: { openid: actor, homes: [], posts: [] },
      target: { kind: 'community', communityId: this.communityId },
      now,
      today: dayOf(now),
      newId: this.ports.newId,
    };
  }
}

/** A refusal, with its sentence. */
class Refused extends Error {}

function granted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(outcome.refusal.sentence);
}

async function seen(importId: string): Promise<ImportView> {
  return granted(await seeImport({ importId }));
}

async function problemsOf(importId: string): Promise<readonly ImportProblem[]> {
  const problems: ImportProblem[] = [];
  let after: string | undefined;
  do {
    const page = granted(await importRows({ importId, which: 'problems', after }));
    problems.push(...page.problems);
    after = page.next;
  } while (after !== undefined);
  return problems;
}
