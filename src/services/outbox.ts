import type { InputOf } from '../../types/contract';
import type { TicketView } from '../../types/contract/tickets';
import { granted, type Outcome, type Refusal } from '../../types/refusal';
import { ask, change, newRequestId } from './cloud';
import { watchNetwork } from './device';
import { isPassing, type Missing, missingOf } from './failure';
import { dropFile, hasFile } from './media';
import { keep, recall } from './storage';
import { type LocalFile, sendRest } from './uploads';

type ReportInput = InputOf<'tickets.report'>;

/** A report on its way: kept on the phone until the cloud has answered it, with the name of its wish and the files it needs. */
export interface WaitingReport {
  /** Kept through everything, so that it is reported once. */
  readonly requestId: string;
  readonly homeId: string;
  /** Where its files go; unknown where it was made without ever having had a network. */
  readonly folder?: string;
  readonly madeAt: number;
  readonly said: Omit<ReportInput, 'homeId' | 'photos' | 'voice'>;
  readonly photos: readonly LocalFile[];
  readonly voice?: LocalFile;
  /** Why the cloud does not take it; then it waits for the person. */
  readonly refusal?: Refusal;
  /** For want of what the last try did not go; undefined before the first, and where too many were there at once. */
  readonly missing?: Missing | undefined;
}

/** What became of a report: taken, kept until what is missing is back, or not taken, and then it is the person's again. */
export type Reported =
  | { readonly kind: 'taken'; readonly ticket: TicketView }
  | { readonly kind: 'waits'; readonly missing?: Missing | undefined }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** What the outbox rests on; tests give their own. */
export interface OutboxPorts {
  read(): readonly WaitingReport[];
  write(reports: readonly WaitingReport[]): void;
  folderFor(homeId: string): Promise<Outcome<string>>;
  sendFiles: typeof sendRest;
  report(input: ReportInput, requestId: string): Promise<Outcome<TicketView>>;
  isThere(path: string): boolean;
  drop(path: string): void;
}

const keptAs = 'outbox';
/** Milliseconds until it is tried again: the network may say that it is there, the service does not say when it is back. Ours. */
const pause = 20_000;

const phone: OutboxPorts = {
  read: () => recall<readonly WaitingReport[]>(keptAs) ?? [],
  write: (reports) => keep(keptAs, reports),
  folderFor: async (homeId) => {
    const form = await ask('tickets.form', { homeId });
    return form.ok ? granted(form.value.folder) : form;
  },
  sendFiles: sendRest,
  report: (input, requestId) => change('tickets.report', input, requestId),
  isThere: hasFile,
  drop: dropFile,
};

/** Reports that have not reached the cloud: survive a restart, go one after another, each once. */
export class Outbox {
  private readonly listeners = new Set<() => void>();
  private readonly going = new Map<string, Promise<Reported>>();

  constructor(private readonly ports: OutboxPorts = phone) {}

  /** Oldest first. */
  reports(): readonly WaitingReport[] {
    return this.ports.read();
  }

  /** Takes a report and sends it at once. One that the cloud refuses is not kept: the person still has it on the screen. */
  async put(made: Omit<WaitingReport, 'requestId'>): Promise<Reported> {
    const report: WaitingReport = { ...made, requestId: newRequestId() };
    this.write([...this.reports(), report]);
    const reported = await this.send(report.requestId);
    if (reported.kind === 'refused') this.write(this.without(report.requestId));
    return reported;
  }

  /** Sends what waits and was not refused. */
  async sendAll(): Promise<void> {
    for (const { requestId, refusal } of this.reports()) if (!refusal) await this.send(requestId);
  }

  /** Hands a report back to the person, who changes it or lets it be. Its files stay. Undefined while it is being sent. */
  takeBack(requestId: string): WaitingReport | undefined {
    const report = this.going.has(requestId) ? undefined : this.find(requestId);
    if (report) this.write(this.without(requestId));
    return report;
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
    const files = [...report.photos, ...(report.voice ? [report.voice] : [])];
    const folder =
      report.folder === undefined ? await this.ports.folderFor(report.homeId) : granted(report.folder);
    if (!folder.ok) return this.waits(requestId, missingOf(folder.refusal.code));
    const fileIds = await this.ports.sendFiles(folder.value, files, (file) => this.arrived(requestId, file));
    if (!fileIds) return this.waits(requestId, 'network');
    const outcome = await this.ports.report(inputOf(report, fileIds), requestId);
    if (outcome.ok) {
      this.write(this.without(requestId));
      for (const { path } of files) this.ports.drop(path);
      return { kind: 'taken', ticket: outcome.value };
    }
    const { refusal } = outcome;
    if (isPassing(refusal)) return this.waits(requestId, missingOf(refusal.code));
    this.update(requestId, (one) => ({ ...one, refusal }));
    return { kind: 'refused', refusal };
  }

  private waits(requestId: string, missing: Missing | undefined): Reported {
    if (this.find(requestId)?.missing !== missing) this.update(requestId, (one) => ({ ...one, missing }));
    return { kind: 'waits', missing };
  }

  /** WeChat may have cleared a file meanwhile: what happened is told without it. */
  private asFarAsThere(report: WaitingReport): WaitingReport {
    const { voice, ...rest } = report;
    const isThere = ({ path, fileId }: LocalFile) => fileId !== undefined || this.ports.isThere(path);
    const photos = report.photos.filter(isThere);
    return { ...rest, photos, ...(voice && isThere(voice) ? { voice } : {}) };
  }

  private arrived(requestId: string, file: LocalFile): void {
    const inPlace = (one: LocalFile) => (one.key === file.key ? file : one);
    this.update(requestId, (report) => ({
      ...report,
      photos: report.photos.map(inPlace),
      ...(report.voice ? { voice: inPlace(report.voice) } : {}),
    }));
  }

  private update(requestId: string, changed: (report: WaitingReport) => WaitingReport): void {
    this.write(this.reports().map((one) => (one.requestId === requestId ? changed(one) : one)));
  }

  private find(requestId: string): WaitingReport | undefined {
    return this.reports().find((report) => report.requestId === requestId);
  }

  private without(requestId: string): readonly WaitingReport[] {
    return this.reports().filter((report) => report.requestId !== requestId);
  }

  private write(reports: readonly WaitingReport[]): void {
    this.ports.write(reports);
    for (const listener of [...this.listeners]) listener();
  }
}

function inputOf({ homeId, said, photos, voice }: WaitingReport, fileIds: readonly string[]): ReportInput {
  const spoken = voice && fileIds[photos.length];
  return {
    ...said,
    homeId,
    photos: fileIds.slice(0, photos.length),
    ...(spoken && voice ? { voice: { fileId: spoken, seconds: voice.seconds ?? 1 } } : {}),
  };
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
