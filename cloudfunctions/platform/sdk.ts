import cloud from 'wx-server-sdk';

/** What we use of the SDK's database, typed as it behaves; the package's own typings leave most of it out. */
export interface Database {
  readonly command: Command;
  collection(name: string): CollectionReference;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

export interface Transaction {
  collection(name: string): Pick<CollectionReference, 'doc' | 'add'>;
}

export interface CollectionReference extends Query {
  doc(id: string): DocumentReference;
  add(options: { readonly data: unknown }): Promise<Answer>;
}

export interface DocumentReference {
  get(): Promise<Answer & { readonly data: unknown }>;
  set(options: { readonly data: unknown }): Promise<Answer>;
  update(options: { readonly data: unknown }): Promise<Answer & { readonly stats: { updated: number } }>;
  remove(): Promise<Answer>;
}

export interface Query {
  where(condition: unknown): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  limit(count: number): Query;
  /** Only these fields, and the `_id`. */
  field(fields: Readonly<Record<string, true>>): Query;
  get(): Promise<Answer & { readonly data: readonly unknown[] }>;
  count(): Promise<Answer & { readonly total: number }>;
  update(options: { readonly data: unknown }): Promise<Answer & { readonly stats: { updated: number } }>;
  remove(): Promise<Answer & { readonly stats: { removed: number } }>;
}

export type Condition = Readonly<Record<string, unknown>>;

interface Command {
  and(conditions: readonly unknown[]): unknown;
  or(conditions: readonly unknown[]): unknown;
  in(values: readonly unknown[]): unknown;
  nin(values: readonly unknown[]): unknown;
  gt(value: unknown): unknown;
  gte(value: unknown): unknown;
  lt(value: unknown): unknown;
  lte(value: unknown): unknown;
  inc(by: number): unknown;
  set(value: unknown): unknown;
}

/** Older SDKs answer with a failure's code instead of throwing. */
export interface Answer {
  readonly code?: string;
  readonly errCode?: number;
  readonly errMsg?: string;
}

interface Cloud {
  readonly DYNAMIC_CURRENT_ENV: symbol;
  init(options: { readonly env: symbol }): void;
  database(options: { readonly throwOnNotFound: boolean }): Database;
  getWXContext(): Readonly<Record<string, unknown>>;
  readonly openapi: Readonly<Record<string, Readonly<Record<string, OpenApi>>>>;
  readonly cloudPay: Readonly<Record<string, OpenApi>>;
  callFunction(options: { readonly name: string; readonly data: unknown }): Promise<unknown>;
  uploadFile(options: { readonly cloudPath: string; readonly fileContent: Uint8Array }): Promise<{
    readonly fileID: string;
  }>;
  downloadFile(options: { readonly fileID: string }): Promise<{ readonly fileContent: Uint8Array }>;
  deleteFile(options: { readonly fileList: readonly string[] }): Promise<{
    readonly fileList: readonly {
      readonly fileID: string;
      readonly status: number;
      readonly errMsg?: string;
    }[];
  }>;
  getTempFileURL(options: { readonly fileList: readonly string[] }): Promise<{
    readonly fileList: readonly { readonly fileID: string; readonly tempFileURL: string }[];
  }>;
}

export type OpenApi = (
  request: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

let started: Cloud | undefined;
let connected: Database | undefined;

/** The SDK, turned to the environment this function runs in. */
export function sdk(): Cloud {
  if (!started) {
    started = cloud as unknown as Cloud;
    started.init({ env: started.DYNAMIC_CURRENT_ENV });
  }
  return started;
}

/** A document that is not there is read as null, not as an error. */
export function database(): Database {
  connected ??= sdk().database({ throwOnNotFound: false });
  return connected;
}
