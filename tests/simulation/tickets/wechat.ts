import type { RandomStream } from '../../../simulator/cloud/core/random';
import type { StageCloud } from '../stage/stageCloud';
import { hour, minute } from '../stage/time';
import { fileOf } from './files';
import type { ContentJudge } from './laws/contentLaws';

type Event = Readonly<Record<string, unknown>>;

/** Of the simulator's own list: WeChat refuses every text it stands in. */
export const badWord = '傻逼';

const photos = 48;

/** What a person's phone has uploaded, and what WeChat thinks of it. */
export class Content implements ContentJudge {
  private readonly said = new Map<string, 'passed' | 'refused'>();

  constructor(private readonly cloud: StageCloud) {}

  /** A photo of this person: most are good, some are risky or doubtful, some never arrived in the storage. */
  photo(openid: string, chance: RandomStream): string {
    const number = chance.below(photos);
    const kind = number % 12;
    const mark = kind === 5 ? '-verdict-risky-20002' : kind === 7 ? '-verdict-review' : '';
    const name = `photo${number}${mark}.jpg`;
    return kind === 9 ? fileOf(openid, name) : this.upload(openid, name);
  }

  /** The file's id. */
  upload(openid: string, name: string): string {
    const fileId = fileOf(openid, name);
    const path = fileId.slice(fileId.indexOf('people/'));
    if (!this.cloud.storage.findPath(path)) this.cloud.storage.write(path, Buffer.from(name), openid);
    return fileId;
  }

  /** WeChat has made up its mind: from here on that is what it says, whoever hears it. */
  note({ trace_id: traceId, errcode, result }: Event): void {
    const check = this.cloud.openapi.media.list().find((one) => one.traceId === traceId);
    if (!check || errcode !== 0) return;
    const [, path = ''] = new URL(check.url).pathname.split('/storage/files/');
    const { suggest } = result as { readonly suggest: string };
    const file = this.cloud.storage.findPath(path);
    if (file) this.said.set(file.fileID, suggest === 'pass' ? 'passed' : 'refused');
  }

  ofFile(fileId: string): 'passed' | 'refused' | undefined {
    return this.said.get(fileId);
  }

  ofText(text: string): 'passed' | 'refused' {
    return text.includes(badWord) ? 'refused' : 'passed';
  }
}

/** How one pushed verdict fares: after how many milliseconds each of its deliveries comes; none is a lost one. */
export function deliveriesOf(chance: RandomStream): readonly number[] {
  const drawn = chance.next();
  if (drawn < 0.12) return [];
  const late = () => chance.below(chance.next() < 0.3 ? 3 * hour : minute);
  if (drawn < 0.24) return [0, late()];
  return [drawn < 0.45 ? late() : 0];
}
