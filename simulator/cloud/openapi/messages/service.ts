import type { CloudContext } from '../../core/context';
import { CloudError, invalidParam } from '../../core/errors';
import { type OpenAnswer, type OpenApis, type OpenCall, WeChatRefusal } from '../api';
import { builtPages } from '../app';
import type { Events } from '../events';
import type { UsersPort } from '../ports';
import { verdictOn } from '../security/words';
import type { KeptSettings } from '../settings';
import { Consents, type KeptChoice } from './consents';
import { type Draft, readDraft } from './draft';
import { fieldType } from './fields';
import { type DeliveredMessage, type MessageQuery, Outbox } from './outbox';
import { type Answer, decideRequest, type Outcome, RequestFailure, type Template } from './request';

export interface MessagesDeps {
  readonly users: UsersPort;
  readonly events: Events;
  readonly settings: KeptSettings;
  /** Real milliseconds; see `OpenApiOptions`. */
  readonly sendingTime: number;
}

/** What `wx.requestSubscribeMessage` calls back with: a result per template, or `errCode` when it failed as a whole. */
export interface RequestResult {
  readonly errMsg: string;
  readonly errCode?: number;
  readonly [templateId: string]: string | number | undefined;
}

/** `subscriptionsSetting` of `wx.getSetting({withSubscriptions: true})`. */
export interface Subscriptions {
  readonly mainSwitch: boolean;
  readonly itemSettings: Readonly<Record<string, KeptChoice | 'ban'>>;
}

const answers: readonly string[] = ['accept', 'reject', 'always', 'never'];

/** Subscription messages: consent counted per user and template, messages checked as WeChat checks them, delivered ones kept. */
export class Messages {
  readonly consents: Consents;
  private readonly outbox: Outbox;
  private readonly underWay = new Set<string>();

  constructor(
    private readonly context: CloudContext,
    private readonly deps: MessagesDeps,
  ) {
    this.consents = new Consents(context.state);
    this.outbox = new Outbox(context.state);
  }

  readonly apis: OpenApis = { 'subscribeMessage.send': (call) => this.send(call) };

  /** A tap on `wx.requestSubscribeMessage`: what the user answered per template. Kept choices win over `answers`. */
  answer(openid: string, given: Readonly<Record<string, string>>): RequestResult {
    this.mustBeUser(openid);
    try {
      const outcomes = decideRequest(checkedAnswers(given), {
        templates: this.templates(),
        isMainSwitchOn: this.consents.isOn(openid),
        banned: this.deps.settings.get('banned'),
        kept: (template) => this.consents.kept(openid, template),
      });
      this.context.state.atomically(() => {
        for (const outcome of outcomes) this.apply(openid, outcome);
      });
      this.tellPopup(openid, outcomes);
      const results = outcomes.map(({ template, result }) => [template.id, result] as const);
      return { ...Object.fromEntries(results), errMsg: 'requestSubscribeMessage:ok' };
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      return { errMsg: `requestSubscribeMessage:fail ${error.message}`, errCode: error.errCode };
    }
  }

  subscriptions(openid: string): Subscriptions {
    this.mustBeUser(openid);
    const kept: Record<string, KeptChoice | 'ban'> = this.consents.keptChoices(openid);
    const banned = this.deps.settings.get('banned').filter((id) => Object.hasOwn(kept, id));
    for (const id of banned) kept[id] = 'ban';
    return { mainSwitch: this.consents.isOn(openid), itemSettings: kept };
  }

  /** The user changes a kept choice in the mini-program's settings; null forgets it, so that the dialog shows again. */
  setKept(openid: string, templateId: string, kept: KeptChoice | null): void {
    this.mustBeUser(openid);
    this.consents.keep(openid, this.template(templateId).id, kept);
  }

  setMainSwitch(openid: string, on: boolean): void {
    this.mustBeUser(openid);
    this.consents.switch(openid, on);
  }

  /** 「拒收」 behind the three dots of a received message: `subscribe_msg_change_event` is pushed. */
  refuse(openid: string, templateId: string): void {
    this.setKept(openid, templateId, 'reject');
    this.deps.events.subscription('subscribe_msg_change_event', openid, [
      { TemplateId: templateId, SubscribeStatusString: 'reject' },
    ]);
  }

  remaining(openid: string, templateId: string): number {
    return this.consents.remaining(openid, templateId);
  }

  delivered(query: MessageQuery): DeliveredMessage[] {
    return this.outbox.find(query);
  }

  private async send({ args }: OpenCall): Promise<OpenAnswer> {
    const draft = readDraft(args, {
      templates: this.templates(),
      pages: builtPages(this.context.settings.dist),
      isUser: (openid) => this.deps.users.find(openid) !== undefined,
    });
    this.mustBeDecent(draft);
    this.mustNotBeBanned(draft.template);
    if (this.underWay.has(draft.openid))
      throw new WeChatRefusal(43108, 'concurrent sending message to one user');
    this.underWay.add(draft.openid);
    try {
      await new Promise((resolve) => setTimeout(resolve, this.deps.sendingTime));
      return this.deliver(draft);
    } finally {
      this.underWay.delete(draft.openid);
    }
  }

  private deliver({ template, ...message }: Draft): OpenAnswer {
    const { openid } = message;
    const isWanted = this.consents.isOn(openid) && this.consents.kept(openid, template.id) !== 'reject';
    if (!isWanted || this.consents.remaining(openid, template.id) < 1)
      throw new WeChatRefusal(43101, 'user refuse to accept the msg');
    const msgId = `2${this.context.random.stream('openapi').text(18, '0123456789')}`;
    this.context.state.atomically(() => {
      this.consents.consume(openid, template.id, template.type);
      this.outbox.add({ ...message, templateId: template.id, msgId, at: this.context.clock.now() });
    });
    this.deps.events.subscription('subscribe_msg_sent_event', openid, [
      { TemplateId: template.id, MsgID: msgId, ErrorCode: '0', ErrorStatus: 'success' },
    ]);
    return { text: `{"errcode":0,"errmsg":"ok","msgid":${msgId}}` };
  }

  private mustBeDecent({ fields }: Draft): void {
    const text = fields.map(({ value }) => value).join('\n');
    if (verdictOn(text, this.deps.settings.get('words')).suggest === 'risky')
      throw new WeChatRefusal(45168, 'hit sensitive words');
  }

  private mustNotBeBanned({ id }: Template): void {
    const banned = this.deps.settings.get('banned');
    if (banned.includes(id) || banned.includes('*'))
      throw new WeChatRefusal(43107, 'subscribe message ability is banned');
  }

  private apply(openid: string, { template, result, keep }: Outcome): void {
    if (result === 'accept') this.consents.accept(openid, template.id, template.type);
    if (result === 'reject') this.consents.reject(openid, template.id, template.type);
    if (keep) this.consents.keep(openid, template.id, keep);
  }

  /** [guess] Without a dialog there is no event: the page speaks of results of the dialog only. */
  private tellPopup(openid: string, outcomes: readonly Outcome[]): void {
    const shown = outcomes.filter(({ isSilent }) => !isSilent);
    if (shown.length === 0) return;
    const list = shown.map(({ template, result }) => ({
      TemplateId: template.id,
      SubscribeStatusString: result,
      PopupScene: '0',
    }));
    this.deps.events.subscription('subscribe_msg_popup_event', openid, list);
  }

  private template(id: string): Template {
    const template = this.templates().find((candidate) => candidate.id === id);
    if (!template) throw invalidParam(`environment.json declares no template ${id}`);
    return template;
  }

  private templates(): readonly Template[] {
    const { templates } = this.context.environment();
    for (const { id, fields } of templates)
      for (const key of Object.keys(fields))
        if (fieldType(key) === undefined)
          throw new CloudError('PROJECT_FILE_INVALID', `template ${id}: WeChat has no field type for ${key}`);
    return templates;
  }

  private mustBeUser(openid: string): void {
    if (!this.deps.users.find(openid)) throw invalidParam(`there is no user ${openid}`);
  }
}

function checkedAnswers(given: Readonly<Record<string, string>>): Record<string, Answer> {
  for (const [id, answer] of Object.entries(given))
    if (!answers.includes(answer))
      throw invalidParam(`${id}: the answer must be one of ${answers.join(', ')}, not ${answer}`);
  return given as Record<string, Answer>;
}
