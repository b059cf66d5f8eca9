import { button, h, openLayer } from './layer';
import { appLine } from './permissions';
import type { PhoneSystem } from './phoneSystem';

/** `subscriptionsSetting` of `wx.getSetting`. */
export interface Subscriptions {
  readonly mainSwitch: boolean;
  readonly itemSettings: Readonly<Record<string, 'accept' | 'reject' | 'ban'>>;
}

/** A template as `dist/environment.json` declares it. */
export interface TemplateLine {
  readonly id: string;
  readonly title: string;
  readonly type: 'once' | 'long';
  readonly fields: Readonly<Record<string, string>>;
}

export interface SubscriptionAnswer {
  readonly choices: Readonly<Record<string, 'accept' | 'reject'>>;
  /** 「总是保持以上选择」 */
  readonly keep: boolean;
}

/**
 * The dialog with a line per template. From outside: `'accept'`, `'reject'` (all of them), or `{choices: {<id>: 'accept' | 'reject'},
 * keep}`; a template that is not named is rejected.
 */
export function askForSubscriptions(
  { prompts, appName }: PhoneSystem,
  templates: readonly TemplateLine[],
): Promise<SubscriptionAnswer> {
  return prompts.ask<SubscriptionAnswer>({
    kind: 'requestSubscribeMessage',
    details: { templates: templates.map(({ id, title }) => ({ id, title })) },
    read: (given) => readAnswer(given, templates),
    draw: (choose) => draw(appName, templates, choose),
  });
}

const all = (templates: readonly TemplateLine[], choice: 'accept' | 'reject') =>
  Object.fromEntries(templates.map(({ id }) => [id, choice]));

function readAnswer(given: unknown, templates: readonly TemplateLine[]): SubscriptionAnswer {
  if (given === 'accept' || given === 'reject') return { choices: all(templates, given), keep: false };
  const { choices, keep = false } = (given ?? {}) as Partial<SubscriptionAnswer>;
  if (typeof choices !== 'object')
    throw new Error(`requestSubscribeMessage is answered with 'accept', 'reject' or {choices, keep}`);
  return { choices, keep: Boolean(keep) };
}

function draw(
  appName: string,
  templates: readonly TemplateLine[],
  choose: (answer: SubscriptionAnswer) => void,
): () => void {
  const boxes = templates.map((template) => ({ template, box: tick(true) }));
  const keep = tick(false);
  const chosen = () =>
    Object.fromEntries(
      boxes.map(({ template, box }) => [template.id, box.checked ? 'accept' : 'reject'] as const),
    );
  const lines = boxes.map(({ template: { title, fields }, box }) =>
    h(
      'label',
      'subscribe-line',
      box,
      h('span', '', h('b', '', title), h('small', '', Object.values(fields).join('、'))),
    ),
  );
  return openLayer(
    'sheet',
    '订阅消息',
    appLine(appName, '申请'),
    h('h2', 'system-question', '发送一次以下消息'),
    h('div', 'subscribe-lines', ...lines),
    h('label', 'subscribe-keep', keep, '总是保持以上选择，不再询问'),
    h(
      'div',
      'system-pair',
      button('system-button', '取消', () =>
        choose({ choices: all(templates, 'reject'), keep: keep.checked }),
      ),
      button('system-button is-primary', '允许', () => choose({ choices: chosen(), keep: keep.checked })),
    ),
  );
}

function tick(checked: boolean): HTMLInputElement {
  const box = h('input', 'system-tick');
  box.type = 'checkbox';
  box.checked = checked;
  return box;
}
