import type { InputOf } from '../../types/contract';
import type { TicketView } from '../../types/contract/tickets';
import { granted, type Outcome, type Refusal } from '../../types/refusal';
import { ask, change, newRequestId } from './cloud';
import { isOnline, watchNetwork } from './device';
import { isPassing, type Missing, missingOf } from './failure';
import { dropFile, hasFile } from './media';
import { keep, recall } from './storage';
import { type LocalFile, sendRest } from './uploads';
import {
  type AnyWaiting,
  filesOf,
  inputOf,
  isTaken,
  isUrgent,
  type Made,
  type ReportInput,
  type TakeInput,
  withOnly,
  withWords,
} from './waitingReport';

/** What became of a report: taken, kept until what is missing is back, or not taken, and then it is the person's again. */
export type Reported =
  | { readonly kind: 'taken'; readonly ticket: TicketView }
  | { readonly kind: 'waits'; readonly missing?: Missing | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What the outbox rests on; tests give their own. */
export interface OutboxPorts {
  read(): readonly AnyWaiting[];
  write(reports: readonly AnyWaiting[]): void;
  folderFor(report: AnyWaiting): Promise<Outcome<string>>;
  sendFiles: typeof sendRest;
  report(input: ReportInput | TakeInput, requestId: string): Promise<Outcome<TicketView>>;
  /** What follows an emergency. */
  add(input: InputOf<'tickets.add'>, requestId: string): Promise<Outcome<TicketView>>;
  isOnline(): Promise<boolean>;
  isThere(path: string): boolean;
  drop(path: string): void;
}

const keptAs = 'outbox';
/** Milliseconds until it is tried again: the network may say that it is there, the service does not say when it is back. Ours. */
const pause = 20_000;

const phone: OutboxPorts = {
  read: () => recall<readonly AnyWaiting[]>(keptAs) ?? [],
  write: (reports) => keep(keptAs, reports),
  folderFor: async (report) => {
    const form = isTaken(report)
      ? await ask('ticketWork.queue', { communityId: report.taken.communityId })
      : await ask('tickets.form', { homeId: report.homeId });
    return form.ok ? granted(form.value.folder) : form;
  },
  sendFiles: sendRest,
  report: (input, requestId) =>
    'channel' in input
      ? change('tickets.takeReport', input, requestId)
      : change('tickets.report', input, requestId),
  add: (input, requestId) => change('tickets.add', input, requestId),
  isOnline,
  isThere: hasFile,
  drop: dropFile,
};

/**
 * Reports, one's own or taken down as staff, that have not reached the cloud: survive a restart, go one after another, each once. An emergency waits for no file: its words go
 * with what is there, the other files follow.
 */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly going = new Map<string, Promise<Reported>>();

  constructor(private readonly ports: OutboxPorts = phone) {}

  /** Oldest first. */
  reports(): readonly AnyWaiting[] {
    return this.ports.read();
  }

  /** Takes a report and sends it at once. One that the cloud refuses is not kept: the person still has it on the screen. */
  async put(made: Made): Promise<Reported> {
    const report: AnyWaiting = { ...made, requestId: newRequestId() };
    this.write([...this.reports(), report]);
    const reported = await this.send(report.requestId);
    if (reported.kind === 'refused') this.write(this.without(report.requestId));
    if (this.find(report.requestId)?.followed) void this.send(report.requestId);
    return reported;
  }

  /** Sends what waits and was not refused: first the words of emergencies, which wait behind nobody's photos. */
  async sendAll(): Promise<void> {
    const isFirst = (report: AnyWaiting) => !report.followed && isUrgent(report);
    const send = async (reports: readonly AnyWaiting[]) => {
      for (const { requestId, refusal } of reports) if (!refusal) await this.send(requestId);
    };
    await send(this.reports().filter(isFirst));
    await send(this.reports().filter((report) => !isFirst(report)));
  }

  /** Hands a report back to the person, who changes it or lets it be. Its files stay. Undefined while it is being sent, and once its words are there. */
  takeBack(requestId: string): AnyWaiting | undefined {
    const report = this.going.has(requestId) ? undefined : this.find(requestId);
    if (!report || report.followed) return undefined;
    this.write(this.without(requestId));
    return report;
  }

  /** The person lets the files go that are not in the cloud: the report goes without them. A voice that is all that was said stays, unless it is an emergency's: that goes without. */
  async letFilesGo(requestId: string): Promise<void> {
    await this.going.get(requestId);
    const report = this.find(requestId);
    if (!report) return;
    const isAll = ({ key }: LocalFile) =>
      key === report.voice?.key && report.said.text === '' && !isUrgent(report);
    const gone = filesOf(report).filter((file) => file.fileId === undefined && !isAll(file));
    const { fails: _fails, ...rest } = withOnly(report, (file) => !gone.includes(file));
    this.update(requestId, () => rest);
    for (const { path } of gone) this.ports.drop(path);
    await this.send(requestId);
  }

  /** The person has read why it is not taken, and needs it no more. */
  forget(requestId: string): void {
    const report = this.going.has(requestId) ? undefined : this.find(requestId);
    if (!report) return;
    this.write(this.without(requestId));
    for (const { path } of filesOf(report)) this.ports.drop(path);
  }

  /** Hears of every change; returns how to stop. */
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private send(requestId: string): Promise<Reported> {
    const going = this.going.get(requestId);
    if (going) return going;
    const sending = this.sendNow(requestId).finally(() => this.going.delete(requestId));
    this.going.set(requestId, sending);
    return sending;
  }

  private async sendNow(requestId: string): Promise<Reported> {
    const found = this.find(requestId);
    if (!found) return { kind: 'waits' };
    const report = this.asFarAsThere(found);
    if (report.followed) return this.sendFollowing(report, report.followed);
    return isUrgent(report) ? this.sendWords(report) : this.sendWhole(report);
  }

  private async sendWhole(report: AnyWaiting): Promise<Reported> {
    const files = filesOf(report);
    const sent = await this.sendFiles(report, files);
    if ('kind' in sent) return sent;
    const outcome = await this.ports.report(inputOf(report, sent), report.requestId);
    if (!outcome.ok) return this.notTaken(report.requestId, outcome.refusal);
    this.forgetSent(report.requestId, files);
    return { kind: 'taken', ticket: outcome.value };
  }

  /** An emergency: with the files that are in the cloud when it first goes, and no others. */
  private async sendWords(report: AnyWaiting): Promise<Reported> {
    const { requestId } = report;
    const first =
      report.first ?? filesOf(report).flatMap(({ key, fileId }) => (fileId === undefined ? [] : [key]));
    this.update(requestId, (one) => ({ ...one, first }));
    const now = withWords(withOnly(report, ({ key }) => first.includes(key)));
    const fileIds = filesOf(now).flatMap(({ fileId }) => fileId ?? []);
    const outcome = await this.ports.report(inputOf(now, fileIds), requestId);
    if (!outcome.ok) return this.notTaken(requestId, outcome.refusal);
    const { ticketId } = outcome.value;
    if (filesOf(report).length === fileIds.length) this.forgetSent(requestId, filesOf(now));
    else {
      const followed = { ticketId, requestId: newRequestId() };
      this.update(requestId, (one) => withOnly({ ...one, followed }, ({ key }) => !first.includes(key)));
      for (const { path } of filesOf(now)) this.ports.drop(path);
    }
    return { kind: 'taken', ticket: outcome.value };
  }

  /** What an emergency did not wait for, all at once. */
  private async sendFollowing(
    report: AnyWaiting,
    { ticketId, requestId }: NonNullable<AnyWaiting['followed']>,
  ): Promise<Reported> {
    const files = filesOf(report);
    if (files.length === 0) {
      this.write(this.without(report.requestId));
      return { kind: 'waits' };
    }
    const sent = await this.sendFiles(report, files);
    if ('kind' in sent) return sent;
    const { photos, voice } = inputOf(report, sent);
    const outcome = await this.ports.add({ ticketId, photos, ...(voice ? { voice } : {}) }, requestId);
    if (!outcome.ok) return this.notTaken(report.requestId, outcome.refusal);
    this.forgetSent(report.requestId, files);
    return { kind: 'taken', ticket: outcome.value };
  }

  /** Their names in the cloud, or what becomes of the report without them. */
  private async sendFiles(
    report: AnyWaiting,
    files: readonly LocalFile[],
  ): Promise<readonly string[] | Reported> {
    const { requestId, folder: known } = report;
    const folder = known === undefined ? await this.ports.folderFor(report) : granted(known);
    if (!folder.ok) return this.notTaken(requestId, folder.refusal);
    const fileIds = await this.ports.sendFiles(folder.value, files, (file) => this.arrived(requestId, file));
    if (fileIds) return fileIds;
    // A network that is gone is no fault of a file.
    if (await this.ports.isOnline())
      this.update(requestId, (one) => ({ ...one, fails: (one.fails ?? 0) + 1 }));
    return this.waits(requestId, 'network');
  }

  private forgetSent(requestId: string, files: readonly LocalFile[]): void {
    this.write(this.without(requestId));
    for (const { path } of files) this.ports.drop(path);
  }

  /** What passes is waited for; any other refusal is the person's to read. */
  private notTaken(requestId: string, refusal: Refusal): Reported {
    if (isPassing(refusal)) return this.waits(requestId, missingOf(refusal.code));
    this.update(requestId, (one) => ({ ...one, refusal }));
    return { kind: 'refused', refusal };
  }

  private waits(requestId: string, missing: Missing | undefined): Reported {
    if (this.find(requestId)?.missing !== missing) this.update(requestId, (one) => ({ ...one, missing }));
    return { kind: 'waits', missing };
  }

  /** WeChat may have cleared a file meanwhile: what happened is told without it. */
  private asFarAsThere(report: AnyWaiting): AnyWaiting {
    return withOnly(report, ({ path, fileId }) => fileId !== undefined || this.ports.isThere(path));
  }

  private arrived(requestId: string, file: LocalFile): void {
    const inPlace = (one: LocalFile) => (one.key === file.key ? file : one);
    this.update(requestId, (report) => ({
      ...report,
      photos: report.photos.map(inPlace),
      ...(report.voice ? { voice: inPlace(report.voice) } : {}),
    }));
  }

  private update(requestId: string, changed: (report: AnyWaiting) => AnyWaiting): void {
    this.write(this.reports().map((one) => (one.requestId === requestId ? changed(one) : one)));
  }

  private find(requestId: string): AnyWaiting | undefined {
    return this.reports().find((report) => report.requestId === requestId);
  }

  private without(requestId: string): readonly AnyWaiting[] {
    return this.reports().filter((report) => report.requestId !== requestId);
  }

  private write(reports: readonly AnyWaiting[]): void {
    this.ports.write(reports);
    for (const listener of [...this.listeners]) listener();
  }
}

/** The one of this phone. */
export const outbox = new Outbox();

/** From the start of the mini-program: whatever waits goes as soon as there is a network. */
export function startOutbox(): void {
  watchNetwork((isOnline) => {
    if (isOnline) void outbox.sendAll();
  });
  setInterval(() => {
    if (outbox.reports().some(({ refusal }) => !refusal)) void outbox.sendAll();
  }, pause);
}
