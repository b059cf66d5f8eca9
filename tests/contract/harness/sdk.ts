/** The surface of `wx-server-sdk` 4.0.2 that the checks use, typed as it behaves; the package's own types leave most of it out. */
export type Doc = Record<string, unknown>;

export interface Query {
  where(condition: unknown): Query;
  orderBy(field: string, direction: string): Query;
  skip(count: number): Query;
  limit(count: number): Query;
  field(projection: Doc): Query;
  get(): Promise<{ data: Doc[]; errMsg: string }>;
  count(): Promise<{ total: number; errMsg: string }>;
  update(options: { data: Doc; multi?: boolean }): Promise<{ stats: { updated: number }; errMsg: string }>;
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number }; errMsg: string }>;
}

export interface DocumentReference {
  field(projection: Doc): DocumentReference;
  get(): Promise<{ data: Doc; errMsg: string }>;
  set(options: {
    data: Doc;
  }): Promise<{ _id: string; stats: { updated: number; created: number }; errMsg: string }>;
  update(options: { data: Doc }): Promise<{ stats: { updated: number }; errMsg: string }>;
  remove(): Promise<{ stats: { removed: number }; errMsg: string }>;
}

export interface Collection extends Query {
  doc(id: string | number): DocumentReference;
  add(options: { data: unknown }): Promise<{ _id: string; _ids: string[]; errMsg: string }>;
  aggregate(): Aggregate;
}

type Stage =
  | 'addFields'
  | 'bucket'
  | 'bucketAuto'
  | 'count'
  | 'geoNear'
  | 'group'
  | 'limit'
  | 'lookup'
  | 'match'
  | 'project'
  | 'replaceRoot'
  | 'sample'
  | 'skip'
  | 'sort'
  | 'sortByCount'
  | 'unwind';

/** Stages that `index.d.ts` names and 4.0.2 does not have: calling one throws. */
type AbsentStage = 'collStats' | 'facet' | 'graphLookup' | 'indexStats' | 'out' | 'redact';

export type Aggregate = Record<Stage | AbsentStage, (value?: unknown) => Aggregate> & {
  end(): Promise<{ list: Doc[]; errMsg: string }>;
};

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

type QueryCommand =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'exists'
  | 'mod'
  | 'all'
  | 'elemMatch'
  | 'size'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'expr'
  | 'jsonSchema';
type UpdateCommand =
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'addToSet'
  | 'pull'
  | 'pullAll';
type Expression =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'first'
  | 'last'
  | 'push'
  | 'addToSet'
  | 'concat'
  | 'cond'
  | 'ifNull'
  | 'eq'
  | 'gt'
  | 'gte'
  | 'and'
  | 'dateToString'
  | 'month'
  | 'year'
  | 'size'
  | 'filter'
  | 'map'
  | 'substr'
  | 'toUpper'
  | 'stdDevPop'
  | 'mergeObjects';

/** A condition that can be followed by another. */
export type Chained = Record<QueryCommand, (...values: unknown[]) => Chained>;

/** Every command takes what MongoDB's operator takes; the answer only goes back into the SDK. */
export type Command = Chained &
  Record<UpdateCommand, (...values: unknown[]) => unknown> & {
    readonly aggregate: Record<Expression, (value?: unknown) => unknown> & { pipeline(): Pipeline };
    readonly project: Record<'slice' | 'elemMatch', (value?: unknown) => unknown>;
  };
export type Pipeline = Record<Stage, (value?: unknown) => Pipeline> & { done(): unknown };

export interface Database {
  readonly command: Command;
  readonly Geo: Record<
    'Point' | 'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon',
    (...values: unknown[]) => unknown
  >;
  serverDate(options?: { offset: number }): unknown;
  RegExp(options: { regexp: string; options?: string }): unknown;
  collection(name: string): Collection;
  createCollection(name: string): Promise<{ errMsg: string; requestId?: string }>;
  startTransaction(): Promise<Transaction>;
  runTransaction<T>(work: (transaction: Transaction) => Promise<T>, times?: number): Promise<T>;
}

export interface FileAnswer {
  readonly fileID: string;
  readonly tempFileURL: string;
  readonly status: number;
  readonly errMsg: string;
  readonly maxAge?: number;
}

export interface Sdk {
  readonly DYNAMIC_CURRENT_ENV: symbol;
  init(config: Doc): void;
  database(config?: Doc): Database;
  getWXContext(): Doc;
  callFunction(options: {
    name: string;
    data?: Doc;
  }): Promise<{ result: unknown; requestID: string; errMsg: string }>;
  uploadFile(options: {
    cloudPath: string;
    fileContent: unknown;
  }): Promise<{ fileID: string; statusCode: number; errMsg: string }>;
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer; statusCode: number }>;
  getTempFileURL(options: { fileList: unknown[] }): Promise<{ fileList: FileAnswer[]; errMsg: string }>;
  deleteFile(options: { fileList: string[] }): Promise<{ fileList: FileAnswer[]; errMsg: string }>;
  readonly cloudPay: Record<string, (request: Doc) => Promise<Doc>>;
  readonly openapi: Record<string, Record<string, (request: Doc) => Promise<Doc>>>;
}
