import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CloudError } from '../../cloud/core/errors';
import { type CloudState, faultRule } from './cloudState';
import type { PhoneSetting } from './phoneView';
import { longestName, scenarioPrefix } from './scenarioNames';

const position = z.object({ latitude: z.number(), longitude: z.number(), accuracy: z.number() });
const walk = z.object({ name: z.string(), points: z.array(position.extend({ at: z.number() })).readonly() });
const scenario = z.object({
  /** Also the name of its snapshot. */
  id: z.string(),
  name: z.string(),
  /** Business time at which it was kept, milliseconds. */
  at: z.number(),
  faults: z.array(faultRule),
  phones: z.array(
    z.object({
      openid: z.string(),
      network: z.enum(['online', 'slow', 'offline']),
      fontSize: z.enum(['standard', 'large', 'extraLarge']),
      theme: z.enum(['light', 'dark']).default('light'),
      position: position.optional(),
      walk: walk.optional(),
    }),
  ),
});
type Scenario = z.output<typeof scenario>;

/** A scenario as the page lists it. */
export interface ScenarioView {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly faults: number;
  readonly phones: number;
}

export interface ScenariosOptions {
  readonly state: CloudState;
  readonly settings: () => readonly PhoneSetting[];
  /** Business time, milliseconds. */
  readonly now: () => Promise<number>;
  /** Where they are kept beside their snapshots; undefined keeps them only while this runs. */
  readonly file?: string;
}

/** Situations kept under a name: the whole cloud, the faults in force, and the phones with user, network, text size, light or dark, place and walk. */
export class Scenarios {
  private known: Scenario[];
  /** The one that was kept or brought back last; undefined after another way back. */
  currentId: string | undefined;

  constructor(private readonly options: ScenariosOptions) {
    const { file } = options;
    this.known =
      file && existsSync(file) ? z.array(scenario).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  }

  /** Those whose snapshot the cloud still has, in the order of keeping. */
  async list(): Promise<readonly ScenarioView[]> {
    const snapshots = await this.options.state.snapshots();
    return this.known
      .filter(({ id }) => snapshots.includes(id))
      .map(({ id, name, at, faults, phones }) => ({
        id,
        name,
        at,
        faults: faults.length,
        phones: phones.length,
      }));
  }

  /** Keeps what is now. Refuses a name that is in use, empty or too long. */
  async keep(given: string): Promise<{ id: string }> {
    const { state, settings, now } = this.options;
    const name = given.trim();
    if (name === '' || [...name].length > longestName)
      throw new CloudError('INVALID_PARAM', `a name has 1 to ${longestName} characters`);
    const there = await this.list();
    if (there.some((one) => one.name === name))
      throw new CloudError('SCENARIO_EXISTS', `there is a scenario named ${name}`);
    const snapshots = await state.snapshots();
    let number = 1;
    while (snapshots.includes(`${scenarioPrefix}${number}`)) number += 1;
    const id = `${scenarioPrefix}${number}`;
    const kept = { id, name, at: await now(), faults: [...(await state.faults())], phones: [...settings()] };
    await state.keep(id);
    this.change([...this.known.filter((one) => there.some((view) => view.id === one.id)), kept]);
    this.currentId = id;
    return { id };
  }

  async load(id: string): Promise<void> {
    const { faults, phones } = this.get(id);
    await this.options.state.goTo(id, { faults, phones });
    this.currentId = id;
  }

  async remove(id: string): Promise<void> {
    this.get(id);
    await this.options.state.remove(id);
    this.change(this.known.filter((one) => one.id !== id));
    if (this.currentId === id) this.currentId = undefined;
  }

  private get(id: string): Scenario {
    const found = this.known.find((one) => one.id === id);
    if (!found) throw new CloudError('SCENARIO_NOT_FOUND', `there is no scenario ${id}`);
    return found;
  }

  private change(next: Scenario[]): void {
    this.known = next;
    const { file } = this.options;
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(next, undefined, 1));
    renameSync(`${file}.new`, file);
  }
}
