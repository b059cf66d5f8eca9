import { parseArgs } from 'node:util';
import { noFen } from '../../types/money';
import { parseYuan } from '../../types/yuan';

/** What `npm run import` was asked for. */
export interface ImportOptions {
  readonly files: readonly string[];
  readonly communityId: string;
  /** Makes the community, to be filled by its first import. */
  readonly name?: string;
  /** Of a running local cloud: `http://127.0.0.1:4600`. Without it the environment says where the cloud is. */
  readonly cloud?: string;
  readonly applies: boolean;
  /** Totals of the old books, in fen. */
  readonly opening?: { readonly arrears: number; readonly prepaid: number; readonly vouchers: number };
  readonly take?: 'file' | 'app';
  readonly json: boolean;
}

/** Whose first import is to be taken out again, in which cloud. */
export interface GiveUpOptions {
  readonly communityId: string;
  readonly cloud?: string;
}

export const usage = `npm run import -- --template <x.xlsx>      an empty workbook with all sheets and headings
npm run import -- --give-up --community <id> [--cloud …]   takes a first import that has not ended out again
npm run import -- --file <x.xlsx> [--file <y.csv> …] --community <id> [--cloud http://127.0.0.1:4600]
  --name <小区名称>        makes the community where there is none yet
  --apply                  brings the file in; without it, it is only checked
  --arrears <元> --prepaid <元> --vouchers <元>
                           what the old books say in total, where the file has opening figures; left out is nothing
  --take file|app          whose word counts where a field was changed in the app since the last import
  --json                   prints one JSON line for each file`;

/** Where an empty workbook is wanted. */
export function readTemplate([option, path]: readonly string[]): string | undefined {
  return option === '--template' ? path : undefined;
}

/** Where a first import is to be given up; undefined where that is not asked. */
export function readGivingUp([option, ...words]: readonly string[]): GiveUpOptions | undefined {
  if (option !== '--give-up') return undefined;
  const options = { community: { type: 'string' }, cloud: { type: 'string' } } as const;
  const { community: communityId, cloud } = parseArgs({ args: words, options }).values;
  if (!communityId) return undefined;
  return { communityId, ...(cloud === undefined ? {} : { cloud: cloud.replace(/\/$/, '') }) };
}

/** Undefined where something is missing or not understood. */
export function readOptions(args: readonly string[]): ImportOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      file: { type: 'string', multiple: true, default: [] },
      community: { type: 'string' },
      name: { type: 'string' },
      cloud: { type: 'string' },
      apply: { type: 'boolean', default: false },
      arrears: { type: 'string' },
      prepaid: { type: 'string' },
      vouchers: { type: 'string' },
      take: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { file: files, community: communityId, name, cloud, apply: applies, take, json } = values;
  if (files.length === 0 || !communityId || !/^[a-z0-9]{2,20}$/.test(communityId)) return undefined;
  if (take !== undefined && take !== 'file' && take !== 'app') return undefined;
  const arrears = amountOf(values.arrears);
  const prepaid = amountOf(values.prepaid);
  const vouchers = amountOf(values.vouchers);
  if (arrears === 'none' || prepaid === 'none' || vouchers === 'none') return undefined;
  const hasOpening = [arrears, prepaid, vouchers].some((total) => total !== undefined);
  const opening = { arrears: arrears ?? noFen, prepaid: prepaid ?? noFen, vouchers: vouchers ?? noFen };
  return {
    files,
    communityId,
    applies,
    json,
    ...(name === undefined ? {} : { name }),
    ...(cloud === undefined ? {} : { cloud: cloud.replace(/\/$/, '') }),
    ...(take === undefined ? {} : { take }),
    ...(hasOpening ? { opening } : {}),
  };
}

function amountOf(text: string | undefined): number | 'none' | undefined {
  return text === undefined ? undefined : (parseYuan(text) ?? 'none');
}
