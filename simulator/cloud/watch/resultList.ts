import { type Document, type Fields, isFields, type Value } from '../database/semantics/document';
import { encode } from '../database/semantics/wire';
import type { ListEvent } from './messages';

/** A committed change of one document. */
export interface Change {
  readonly before: Document | undefined;
  readonly after: Document | undefined;
  /** `replace` when a document that was there was set as a whole. */
  readonly manner?: 'update' | 'replace';
}

type Id = string | number;

/** The documents a watch shows at the moment, and the events that lead from one list to the next. */
export class ResultList {
  private texts = new Map<Id, { document: Document; text: string }>();

  constructor(documents: readonly Document[]) {
    this.fill(documents);
  }

  get size(): number {
    return this.texts.size;
  }

  /** The whole list as the events of a new beginning. */
  initEvents(): ListEvent[] {
    return [...this.texts].map(([DocID, { text }]) => ({
      DataType: 'init',
      QueueType: 'init',
      DocID,
      Doc: text,
    }));
  }

  /** Takes a change into an unlimited list. `matches` is the watch's filter. */
  apply({ before, after, manner }: Change, matches: (document: Document) => boolean): ListEvent[] {
    const id = (after ?? before)?._id;
    if (id === undefined) return [];
    const shown = this.texts.get(id);
    if (after && matches(after)) {
      const text = encode(after);
      if (shown?.text === text) return [];
      this.texts.set(id, { document: after, text });
      return [entryEvent(text, { shown: shown?.document, before, after, manner })];
    }
    if (!shown) return [];
    this.texts.delete(id);
    return [leaveEvent(id, { before: shown.document, after, manner })];
  }

  /**
   * Takes the list after a change, as read anew for a limited watch: documents that come or go because others did are of type
   * `limit` [document]. Departures come first.
   */
  replaceBy(documents: readonly Document[], change: Change): ListEvent[] {
    const changed = (change.after ?? change.before)?._id;
    const old = this.texts;
    this.texts = new Map();
    this.fill(documents);
    const left = [...old].filter(([id]) => !this.texts.has(id));
    const departures = left.map(([id, { document }]) =>
      id === changed
        ? leaveEvent(id, { before: document, after: change.after, manner: change.manner })
        : limitEvent('dequeue', id, ''),
    );
    const entries = [...this.texts].flatMap(([id, { document, text }]) => {
      const shown = old.get(id);
      if (shown?.text === text) return [];
      if (!shown && id !== changed) return [limitEvent('enqueue', id, text)];
      const { before, manner } = change;
      return [entryEvent(text, { shown: shown?.document, before, after: document, manner })];
    });
    return [...departures, ...entries];
  }

  /** Takes another state's list: a new beginning, or everything leaves when there is nothing to begin with. */
  renew(documents: readonly Document[]): ListEvent[] {
    const old = [...this.texts.values()];
    this.texts = new Map();
    this.fill(documents);
    if (documents.length > 0) return this.initEvents();
    return old.map(({ document }) => leaveEvent(document._id, { before: document, after: undefined }));
  }

  private fill(documents: readonly Document[]): void {
    for (const document of documents) this.texts.set(document._id, { document, text: encode(document) });
  }
}

function entryEvent(
  Doc: string,
  { shown, before, after, manner }: Change & { shown?: Document; after: Document },
): ListEvent {
  if (!shown && !before) return { DataType: 'add', QueueType: 'enqueue', DocID: after._id, Doc };
  const QueueType = shown ? 'update' : 'enqueue';
  if (manner === 'replace') return { DataType: 'replace', QueueType, DocID: after._id, Doc };
  const from = shown ?? before;
  return { DataType: 'update', QueueType, DocID: after._id, Doc, ...(from && fieldChanges(from, after)) };
}

function leaveEvent(DocID: Id, { before, after, manner }: Change & { before: Document }): ListEvent {
  if (!after) return { DataType: 'remove', QueueType: 'dequeue', DocID, Doc: '' };
  // The real service leaves Doc empty here, over which the vendor's own client stumbles [measured].
  const Doc = encode(after);
  if (manner === 'replace') return { DataType: 'replace', QueueType: 'dequeue', DocID, Doc };
  return { DataType: 'update', QueueType: 'dequeue', DocID, Doc, ...fieldChanges(before, after) };
}

function limitEvent(QueueType: 'enqueue' | 'dequeue', DocID: Id, Doc: string): ListEvent {
  return { DataType: 'limit', QueueType, DocID, Doc };
}

function fieldChanges(before: Document, after: Document): Pick<ListEvent, 'UpdatedFields' | 'removedFields'> {
  const updated: [string, Value][] = [];
  const removed: string[] = [];
  compareFields(before, after, { prefix: '', updated, removed });
  return {
    UpdatedFields: encode(Object.fromEntries(updated)),
    ...(removed.length > 0 && { removedFields: JSON.stringify(removed) }),
  };
}

/** Paths go into embedded documents; an array counts as one value. */
function compareFields(
  before: Fields,
  after: Fields,
  into: { prefix: string; updated: [string, Value][]; removed: string[] },
): void {
  for (const name of Object.keys(before))
    if (!Object.hasOwn(after, name)) into.removed.push(`${into.prefix}${name}`);
  for (const [name, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, name) ? before[name] : undefined;
    if (old !== undefined && encode(old) === encode(value)) continue;
    if (isFields(old) && isFields(value))
      compareFields(old, value, { ...into, prefix: `${into.prefix}${name}.` });
    else into.updated.push([`${into.prefix}${name}`, value]);
  }
}
