import type { CloudContext } from '../../core/context';
import { CloudError, invalidParam } from '../../core/errors';
import { type OpenAnswer, type OpenApis, type OpenCall, WeChatRefusal } from '../api';
import type { Events } from '../events';
import { requestMark } from '../identifiers';
import type { FilesPort, UsersPort } from '../ports';
import type { KeptSettings, Suggest } from '../settings';
import { markerIn } from './marker';
import { checkedScene, recentVisitor } from './visitor';

/** [document] -1008: the file could not be downloaded, `result` then says nothing. */
const downloadFailed = -1008;
/** [document] Bytes of one file. */
const largestFile = 10 * 1024 * 1024;
/** [measured] The older image check refuses more than 1 MB. */
const largestImage = 1024 * 1024;

/** A media check: `pending` until its event has been pushed. */
export interface MediaCheck {
  readonly traceId: string;
  readonly openid: string;
  readonly url: string;
  readonly status: 'pending' | 'delivered';
  readonly errcode: number;
  readonly suggest: Suggest;
  readonly label: number;
}

const schema =
  'CREATE TABLE IF NOT EXISTS openapi_media (trace TEXT PRIMARY KEY, number INTEGER, body TEXT NOT NULL) WITHOUT ROWID';
const appointment = 'openapi.mediaVerdict';

export interface MediaDeps {
  readonly users: UsersPort;
  readonly files: FilesPort;
  readonly events: Events;
  readonly settings: KeptSettings;
}

/** `security.mediaCheckAsync` (the verdict comes later, as an event) and the old `security.imgSecCheck`. */
export class MediaChecks {
  constructor(
    private readonly context: CloudContext,
    private readonly deps: MediaDeps,
  ) {
    context.state.schema('openapi_media', schema);
    context.agenda.handle(appointment, (traceId) => this.deliver(String(traceId)));
  }

  readonly apis: OpenApis = {
    'security.mediaCheckAsync': (call) => this.check(call),
    'security.imgSecCheck': (call) => this.checkImage(call),
  };

  /** Oldest first. */
  list(): MediaCheck[] {
    const rows = this.context.state.sql('SELECT body FROM openapi_media ORDER BY number').all();
    return (rows as unknown as { body: string }[]).map(({ body }) => JSON.parse(body) as MediaCheck);
  }

  /** Ends a pending check at once with this verdict. Refuses an unknown one and one that has been delivered. */
  async decide(traceId: string, suggest: Suggest, label: number): Promise<void> {
    const check = this.find(traceId);
    if (check?.status !== 'pending') throw invalidParam(`no media check ${traceId} is pending`);
    this.context.agenda.cancel(keyOf(traceId));
    this.keep({ ...check, errcode: 0, suggest, label });
    await this.deliver(traceId);
  }

  private async check({ args }: OpenCall): Promise<OpenAnswer> {
    if (args.version !== 2)
      throw new CloudError(
        'INVALID_PARAM',
        'the local cloud emulates security.mediaCheckAsync with version: 2 only',
      );
    if (args.media_type !== 1 && args.media_type !== 2) throw new WeChatRefusal(40004, 'invalid media type');
    const { media_url: url } = args;
    if (typeof url !== 'string' || url === '') throw new WeChatRefusal(44002, 'empty post data');
    checkedScene(args);
    const openid = recentVisitor(args, this.deps.users, this.context.clock);
    const bytes = await this.deps.files.read(url);
    const { suggest, label, delay } = { ...this.deps.settings.get('media'), ...markerIn(url, bytes) };
    const errcode = bytes === undefined || bytes.length > largestFile ? downloadFailed : 0;
    const traceId = requestMark(this.context);
    this.context.state.atomically(() => {
      this.keep({ traceId, openid, url, status: 'pending', errcode, suggest, label });
      const at = this.context.clock.now() + delay;
      this.context.agenda.schedule({ at, kind: appointment, key: keyOf(traceId), payload: traceId });
    });
    return { json: { trace_id: traceId } };
  }

  private checkImage({ media }: OpenCall): OpenAnswer {
    const image = media.get('media');
    if (!image || image.bytes.length === 0) throw new WeChatRefusal(41005, 'media data missing');
    if (image.bytes.length > largestImage) throw new WeChatRefusal(45002, 'content size out of limit');
    if (markerIn(image.fileName, image.bytes)?.suggest === 'risky')
      throw new WeChatRefusal(87014, 'risky content');
    return { json: {} };
  }

  private async deliver(traceId: string): Promise<void> {
    const check = this.find(traceId);
    if (check?.status !== 'pending') return;
    this.keep({ ...check, status: 'delivered' });
    await this.deps.events.mediaCheck(check.openid, eventOf(check));
  }

  private find(traceId: string): MediaCheck | undefined {
    const row = this.context.state.sql('SELECT body FROM openapi_media WHERE trace = ?').get(traceId) as
      | { body: string }
      | undefined;
    return row && (JSON.parse(row.body) as MediaCheck);
  }

  private keep(check: MediaCheck): void {
    this.context.state
      .sql(
        `INSERT INTO openapi_media VALUES (?, (SELECT COUNT(*) FROM openapi_media), ?)
         ON CONFLICT (trace) DO UPDATE SET body = excluded.body`,
      )
      .run(check.traceId, JSON.stringify(check));
  }
}

function keyOf(traceId: string): string {
  return `${appointment}:${traceId}`;
}

function eventOf({ traceId, errcode, suggest, label }: MediaCheck): Record<string, unknown> {
  const head = { trace_id: traceId, version: 2, errcode };
  if (errcode !== 0) return { ...head, errmsg: 'download error', detail: [], result: {} };
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];
  return { ...head, errmsg: 'ok', detail, result: { suggest, label } };
}
