import type { EnvironmentFile } from '../../core/project';
import type { KeptChoice } from './consents';

export type Template = EnvironmentFile['templates'][number];

/** What the user did in the dialog; `always` and `never` also tick 「总是保持以上选择」. */
export type Answer = 'accept' | 'reject' | 'always' | 'never';

/** What happens to one template of a request. */
export interface Outcome {
  readonly template: Template;
  readonly result: 'accept' | 'reject' | 'ban' | 'filter';
  /** True when a kept choice answered and no dialog was shown for it. */
  readonly isSilent: boolean;
  /** The choice to keep from now on. */
  readonly keep?: KeptChoice;
}

/** How `wx.requestSubscribeMessage` fails. */
export class RequestFailure extends Error {
  constructor(readonly errCode: number) {
    super(texts[errCode]);
    this.name = 'RequestFailure';
  }
}

// [document] The error table of wx.requestSubscribeMessage.
const texts: Readonly<Record<number, string>> = {
  10001: "TmplIds can't be empty",
  20001: 'No template data return, verify the template id exist',
  20002: 'Templates type must be same',
  20003: 'Templates count out of max bounds',
  20004: 'The main switch is switched off',
  20005: 'This mini program was banned from subscribing messages',
};
const mostTemplates = 5;

export interface Situation {
  readonly templates: readonly Template[];
  readonly isMainSwitchOn: boolean;
  readonly banned: readonly string[];
  kept(template: string): KeptChoice | undefined;
}

/** Decides one `wx.requestSubscribeMessage`, changing nothing. Throws `RequestFailure` as the client would fail. */
export function decideRequest(answers: Readonly<Record<string, Answer>>, situation: Situation): Outcome[] {
  const ids = Object.keys(answers);
  if (ids.length === 0) throw new RequestFailure(10001);
  if (ids.length > mostTemplates) throw new RequestFailure(20003);
  if (situation.banned.includes('*')) throw new RequestFailure(20005);
  const wanted = ids.map((id) => {
    const template = situation.templates.find((candidate) => candidate.id === id);
    if (!template) throw new RequestFailure(20001);
    return template;
  });
  if (new Set(wanted.map(({ type }) => type)).size > 1) throw new RequestFailure(20002);
  if (!situation.isMainSwitchOn) throw new RequestFailure(20004);
  const titles = new Set<string>();
  return wanted.map((template) => {
    const isRepeated = titles.has(template.title);
    titles.add(template.title);
    if (isRepeated) return { template, result: 'filter', isSilent: true };
    return decideOne(template, answers[template.id] ?? 'reject', situation);
  });
}

function decideOne(template: Template, answer: Answer, situation: Situation): Outcome {
  if (situation.banned.includes(template.id)) return { template, result: 'ban', isSilent: true };
  const kept = situation.kept(template.id);
  if (kept) return { template, result: kept, isSilent: true };
  const result = answer === 'accept' || answer === 'always' ? 'accept' : 'reject';
  const isKept = answer === 'always' || answer === 'never';
  return { template, result, isSilent: false, ...(isKept && { keep: result }) };
}
