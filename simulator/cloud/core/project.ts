import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CloudError } from './errors';

const rule = z.union([z.boolean(), z.string()]);
const rules = z.partialRecord(z.enum(['read', 'write', 'create', 'update', 'delete']), rule);

const own = 'doc._openid == auth.openid';
/** The console's four ready-made permissions stand for rules [document: 数据库权限管理]. */
const readyMade = {
  READONLY: { read: true, write: own },
  PRIVATE: { read: own, write: own },
  ADMINWRITE: { read: true, write: false },
  ADMINONLY: { read: false, write: false },
} as const;
const readyMadeNames = z.enum(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY']);
const collectionRules = z.union([rules, readyMadeNames.transform((name) => readyMade[name])]);

const databaseFile = z.strictObject({
  collections: z.array(
    z.strictObject({
      name: z.string().min(1).max(128),
      indexes: z
        .array(
          z.strictObject({
            name: z.string().min(1),
            keys: z
              .array(z.strictObject({ field: z.string().min(1), direction: z.enum(['1', '-1', '2dsphere']) }))
              .min(1),
            unique: z.boolean().default(false),
          }),
        )
        .max(20)
        .default([]),
      rules: collectionRules.default({ read: false, write: false }),
    }),
  ),
});

const environmentFile = z.strictObject({
  functionRules: z.record(z.string(), z.strictObject({ invoke: rule })).default({}),
  storageRules: rules.default({ read: true, write: 'resource.openid == auth.openid' }),
  httpRoutes: z
    .array(z.strictObject({ path: z.string().startsWith('/'), function: z.string().min(1) }))
    .default([]),
  messagePush: z
    .array(z.strictObject({ msgType: z.string(), event: z.string().optional(), function: z.string().min(1) }))
    .default([]),
  templates: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: z.string(),
        type: z.enum(['once', 'long']).default('once'),
        fields: z.record(z.string(), z.string()),
      }),
    )
    .default([]),
  /** Servers the mini-program may ask; the phone enforces them (simulator/phone/server/projectFiles.ts). */
  domains: z
    .strictObject({
      request: z.array(z.url()).optional(),
      uploadFile: z.array(z.url()).optional(),
      downloadFile: z.array(z.url()).optional(),
    })
    .optional(),
});

/** `dist/database.json`: collections, their indexes and security rules. Deployment reads the same file. */
export type DatabaseFile = z.infer<typeof databaseFile>;
export type CollectionFile = DatabaseFile['collections'][number];
export type IndexFile = CollectionFile['indexes'][number];
export type RulesFile = z.infer<typeof rules>;

/** `dist/environment.json`: what one otherwise sets by hand in the cloud console. Deployment reads the same file. */
export type EnvironmentFile = z.infer<typeof environmentFile>;

/** A missing file declares nothing; a wrong one is refused with the place of the mistake. */
export function readDatabaseFile(dist: string): DatabaseFile {
  return read(join(dist, 'database.json'), databaseFile, { collections: [] });
}

export function readEnvironmentFile(dist: string): EnvironmentFile {
  return read(join(dist, 'environment.json'), environmentFile, {});
}

function read<Schema extends z.ZodType>(path: string, schema: Schema, missing: unknown): z.output<Schema> {
  let content = missing;
  if (existsSync(path)) {
    try {
      content = JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new CloudError(
        'PROJECT_FILE_INVALID',
        `${path} is not JSON: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new CloudError(
    'PROJECT_FILE_INVALID',
    `${path}: ${issue?.path.join('.') || 'top level'}: ${issue?.message}`,
  );
}
