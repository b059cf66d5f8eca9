import type { Document } from './semantics/document';
import { decode } from './semantics/wire';

const anyTime = { serverTime: new Date(0) };

/** A stored document: its place in the order of insertion and its text, ready for the wire. Parsed only when asked. */
export class Row {
  constructor(
    readonly seq: number,
    readonly body: string,
    private parsed?: Document,
  ) {}

  /** Shared by whoever asks: never change it. */
  get document(): Document {
    this.parsed ??= decode(this.body, anyTime) as Document;
    return this.parsed;
  }
}
