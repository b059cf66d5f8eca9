import type { CloudContext } from '../../core/context';
import { type OpenAnswer, type OpenApis, type OpenCall, WeChatRefusal } from '../api';
import { requestMark } from '../identifiers';
import type { UsersPort } from '../ports';
import type { KeptSettings } from '../settings';
import { checkedScene, recentVisitor } from './visitor';
import { type Verdict, verdictOn } from './words';

/** [document] Characters of `content`. */
const longestContent = 2500;

/** `security.msgSecCheck`, version 2 and the older one without `version`. */
export class TextCheck {
  constructor(
    private readonly context: CloudContext,
    private readonly users: UsersPort,
    private readonly settings: KeptSettings,
  ) {}

  readonly apis: OpenApis = { 'security.msgSecCheck': (call) => this.check(call) };

  private check({ args }: OpenCall): OpenAnswer {
    if (args.version === undefined || args.version === 1) return this.checkFirstVersion(args);
    if (args.version !== 2) throw new WeChatRefusal(40097, 'invalid args');
    const content = readContent(args);
    const scene = checkedScene(args);
    recentVisitor(args, this.users, this.context.clock);
    const others = [args.title, args.nickname, scene === 1 ? args.signature : undefined];
    const text = [content, ...others.filter((other) => typeof other === 'string')].join('\n');
    const verdict = verdictOn(text, this.settings.get('words'));
    return {
      json: {
        result: { suggest: verdict.suggest, label: verdict.label },
        detail: details(verdict),
        trace_id: requestMark(this.context),
      },
    };
  }

  /** [document] The version of before 2021 answers risky content with an error. */
  private checkFirstVersion(args: OpenCall['args']): OpenAnswer {
    const { suggest } = verdictOn(readContent(args), this.settings.get('words'));
    if (suggest === 'risky') throw new WeChatRefusal(87014, 'risky content');
    return { json: {} };
  }
}

/** The codes for a missing and for a too long text are a [guess]. */
function readContent({ content }: OpenCall['args']): string {
  if (content === undefined || content === '') throw new WeChatRefusal(44002, 'empty post data');
  if (typeof content !== 'string') throw new WeChatRefusal(47001, 'data format error');
  if ([...content].length > longestContent) throw new WeChatRefusal(45002, 'content size out of limit');
  return content;
}

function details({ suggest, label, hits }: Verdict): Record<string, unknown>[] {
  return [
    { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
    ...hits.map((hit) => ({
      strategy: 'keyword',
      errcode: 0,
      suggest: hit.suggest,
      label: hit.label,
      level: 90,
      keyword: hit.text,
    })),
  ];
}
