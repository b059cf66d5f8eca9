import { z } from 'zod';
import { CloudError } from '../../cloud/core/errors';
import type { Phones } from './phones';
import type { PhoneSetting } from './phoneView';

/** A rule of `/control/faults` as it can be made again. */
export const faultRule = z.object({
  id: z.string(),
  point: z.string(),
  kind: z.string(),
  chance: z.number().optional(),
  times: z.number().optional(),
  ms: z.number().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});
export type FaultRule = z.output<typeof faultRule>;

/** What a state of the cloud does not hold. */
export interface Surroundings {
  readonly faults: readonly FaultRule[];
  readonly phones?: readonly PhoneSetting[];
}

/** The cloud as a whole, with the phones at it: kept under a name and brought back. */
export class CloudState {
  constructor(
    private readonly controlUrl: string,
    private readonly phones: Phones,
  ) {}

  async snapshots(): Promise<readonly string[]> {
    return ((await this.tell('GET', 'snapshots')) as { snapshots: string[] }).snapshots;
  }

  async keep(snapshot: string): Promise<void> {
    await this.tell('PUT', `snapshots/${snapshot}`);
  }

  async remove(snapshot: string): Promise<void> {
    await this.tell('DELETE', `snapshots/${snapshot}`);
  }

  /** The faults that still strike, with what is left of them. */
  async faults(): Promise<readonly FaultRule[]> {
    const { rules } = (await this.tell('GET', 'faults')) as { rules: { left: number | null }[] };
    return rules
      .filter(({ left }) => left !== 0)
      .map((rule) => ({ ...faultRule.parse(rule), ...(rule.left !== null && { times: rule.left }) }));
  }

  /** Goes back: the cloud, these faults and no others, phones with empty storage that log in anew. */
  async goTo(snapshot: string, { faults, phones }: Surroundings = { faults: [] }): Promise<void> {
    await this.tell('POST', `snapshots/${encodeURIComponent(snapshot)}/reset`);
    await this.tell('DELETE', 'faults');
    for (const rule of faults) await this.tell('POST', 'faults', rule);
    await this.phones.renew(phones);
  }

  private async tell(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.controlUrl}/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    }).catch(() => {
      throw new CloudError('CLOUD_NOT_ANSWERING', 'the local cloud does not answer');
    });
    const said = (await answer.json()) as { code: string; message: string };
    if (!answer.ok) throw new CloudError(said.code, said.message);
    return said;
  }
}
