import { createHash } from 'node:crypto';

/** How one cloud is set up. Everything has a default but the place of the state. */
export interface Settings {
  /** 0 lets the machine choose. Always on 127.0.0.1: the admin endpoint asks nobody for a password. */
  readonly port: number;
  /** Folder of the state; undefined keeps it in a temporary one that goes on stop. */
  readonly stateFolder?: string;
  /** Folder the product's build writes: `cloudfunctions/`, `database.json`, `environment.json`. */
  readonly dist: string;
  /** Business time at the start, milliseconds; undefined goes on from the state's last one, or from real time. */
  readonly clockStart?: number;
  readonly seed: number;
  readonly envId: string;
  readonly appid: string;
  /** Instances of one function at a time; a real environment allows 1,000, a laptop fewer. */
  readonly maxInstances: number;
  /** Whose `where` inside a transaction is refused: our own functions' (default), everybody's, nobody's. */
  readonly strictTransactions: 'functions' | 'always' | 'never';
}

export const defaultSettings: Settings = {
  port: 4600,
  dist: 'dist',
  seed: 1,
  envId: 'nuanlin-local-7gq2w1',
  appid: 'wx5a1c7e90d3b2f468',
  maxInstances: 4,
  strictTransactions: 'functions',
};

/** The storage bucket of an environment, as it stands in a file id: `cloud://<env>.<bucket>/<path>`. */
export function bucketOf(envId: string): string {
  const digits = createHash('sha256').update(envId).digest('hex').slice(0, 4);
  return `${digits}-${envId}-1300000000`;
}

/** The complete environment of a process that uses `wx-server-sdk` against this cloud. The keys are not real ones. */
export function sdkEnvironment(adminUrl: string, envId: string): Record<string, string> {
  return {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID,TRIGGER_SRC,LOGINTYPE,TCB_SESSIONTOKEN,TCB_CONTEXT_CNFG',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    TENCENTCLOUD_SECRETID: 'local-simulator',
    TENCENTCLOUD_SECRETKEY: 'local-simulator',
    TENCENTCLOUD_SESSIONTOKEN: 'local-simulator',
  };
}
