import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Gate } from './gate';
import type { BuiltMiniprogram } from './miniprogram';

/** A complaint of WeChat's code-quality check that is accepted, and why. */
export interface AcceptedRule {
  readonly rule: string;
  readonly reason: string;
}

interface Verdict {
  readonly compiled: {
    readonly files?: number;
    readonly error?: { readonly code: number; readonly message: string; readonly path?: string };
  };
  readonly quality: readonly {
    readonly name: string;
    readonly success: boolean;
    readonly text: string;
    readonly detail?: unknown;
  }[];
}

/** Milliseconds the offline compile may take. */
const patience = 180_000;

/** WeChat's own offline compile and code-quality check, by `miniprogram-ci` in `modules`. */
export function weixinCi(modules: string, accepted: readonly AcceptedRule[]): Gate {
  return {
    name: 'miniprogram-ci',
    check(miniprogram) {
      const { compiled, quality } = run(modules, miniprogram);
      const failed = quality.filter(({ success }) => !success);
      const isAccepted = (name: string) => accepted.some(({ rule }) => rule === name);
      return {
        findings: [
          ...(compiled.error ? [compileFinding(compiled.error)] : []),
          ...failed.filter(({ name }) => !isAccepted(name)).map(qualityFinding),
        ],
        figures: {
          files: compiled.files ?? 0,
          rules: quality.length,
          accepted: failed.filter(({ name }) => isAccepted(name)).length,
        },
      };
    },
  };
}

function run(modules: string, miniprogram: BuiltMiniprogram): Verdict {
  const project = mkdtempSync(join(tmpdir(), 'nuanlin-weixin-ci-'));
  try {
    // The package writes beside what it reads, so it gets a copy.
    cpSync(miniprogram.folder, join(project, 'miniprogram'), { recursive: true });
    writeFileSync(join(project, 'project.config.json'), JSON.stringify(projectConfig(miniprogram)));
    const out = join(project, 'verdict.json');
    const runner = join(__dirname, '..', 'offlineCompile.cjs');
    const { status, stderr, error } = spawnSync(process.execPath, [runner, modules, project, out], {
      // It leaves empty folders where it stands.
      cwd: project,
      encoding: 'utf8',
      timeout: patience,
    });
    if (status !== 0) throw new Error(`miniprogram-ci did not run: ${error?.message ?? stderr}`);
    return JSON.parse(readFileSync(out, 'utf8')) as Verdict;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function projectConfig(miniprogram: BuiltMiniprogram): object {
  const own = miniprogram.json('project.config.json') as { setting?: object } | undefined;
  return {
    appid: 'touristappid',
    compileType: 'miniprogram',
    miniprogramRoot: 'miniprogram/',
    projectname: 'check',
    setting: own?.setting ?? {},
  };
}

function compileFinding({ code, message, path }: NonNullable<Verdict['compiled']['error']>): Finding {
  const named = /([\w./-]+\.(?:json|wxml|wxss|wxs|js))/.exec(`${path ?? ''} ${message}`)?.[1];
  return {
    file: (named ?? 'app.json').replace(/^.*miniprogram\//, ''),
    message: `${code}: ${message.replace(/\s+/g, ' ')}`,
    advice: 'miniprogram-ci refuses it: so will an upload',
  };
}

function qualityFinding({ name, text, detail }: Verdict['quality'][number]): Finding {
  const shown = detail === undefined ? '' : ` ${JSON.stringify(detail).slice(0, 300)}`;
  return {
    file: 'app.json',
    message: `${name}: ${text}${shown}`,
    advice: 'mend it, or accept the rule with a reason in tools/weapp/limits.json',
  };
}
