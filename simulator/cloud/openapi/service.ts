import type { AdminActions, AdminAnswer, AdminCall } from '../core/admin';
import type { CloudContext } from '../core/context';
import { CloudError, invalidParam } from '../core/errors';
import { type OpenAnswer, type OpenApis, readArguments, WeChatRefusal } from './api';
import { Codes } from './codes/service';
import { Events } from './events';
import { requestMark } from './identifiers';
import { Messages } from './messages/service';
import { payAction } from './payAction';
import { apiNotFound, mayCall, noPermission, standingOf } from './permissions';
import { PhoneCodes } from './phoneCodes';
import type { OpenApiPorts } from './ports';
import { MediaChecks } from './security/media';
import { TextCheck } from './security/text';
import { KeptSettings } from './settings';
import { decodeRequest, encodeAnswer, type WireAnswer, type WireRequest, wireContentType } from './wire';

export interface OpenApiOptions {
  /**
   * How long a subscription message is under way, real milliseconds, 30 unless said otherwise: another one to the same user in
   * that time is refused with 43108. [guess] WeChat documents the refusal, not the time.
   */
  readonly sendingTime?: number;
}

/** `cloud.openapi.*` and the envelope of `cloud.cloudPay.*`. Each family of interfaces is a class of its own beside this one. */
export class OpenApiService {
  readonly settings: KeptSettings;
  readonly messages: Messages;
  readonly media: MediaChecks;
  readonly phoneCodes: PhoneCodes;
  readonly actions: AdminActions;
  private readonly events: Events;
  private readonly apis: OpenApis;

  constructor(
    private readonly context: CloudContext,
    { users, push, files, pay }: OpenApiPorts,
    { sendingTime = 30 }: OpenApiOptions = {},
  ) {
    const settings = new KeptSettings(context.state);
    const events = new Events(context, push);
    this.settings = settings;
    this.events = events;
    this.messages = new Messages(context, { users, events, settings, sendingTime });
    this.media = new MediaChecks(context, { users, files, events, settings });
    this.phoneCodes = new PhoneCodes(context, users);
    const text = new TextCheck(context, users, settings);
    const codes = new Codes(context.settings);
    const families = [this.messages, this.media, this.phoneCodes, text, codes];
    this.apis = Object.assign({}, ...families.map(({ apis }) => apis));
    this.actions = {
      'wx.openApi': (params, call) => this.openApi(params, call),
      'wx.wxPayApi': payAction(pay, context.settings.appid),
    };
  }

  /** The interfaces this cloud answers, by name. */
  names(): string[] {
    return Object.keys(this.apis).sort();
  }

  /** Pushed events have reached their functions. */
  async stop(): Promise<void> {
    await this.events.settled();
  }

  private async openApi({ apiName }: Record<string, unknown>, call: AdminCall): Promise<AdminAnswer> {
    const bytes = call.parts.get('requestData');
    if (typeof apiName !== 'string' || !bytes) throw invalidParam('wx.openApi needs apiName and requestData');
    const request = decodeRequest(bytes);
    this.mustBeOurs(apiName, request);
    const answer = await this.answer(apiName, request, call);
    return { raw: { contentType: wireContentType, body: encodeAnswer(answer) } };
  }

  /** What is not a plain call for this very mini-program is refused by name. */
  private mustBeOurs(apiName: string, { apiType, appid }: WireRequest): void {
    if (apiType !== 'OPEN_API')
      throw new CloudError('INVALID_ACTION', `the local cloud does not emulate ${apiName} (${apiType})`);
    if (appid !== '' && appid !== this.context.settings.appid)
      throw invalidParam(`the local cloud does not emulate calls for another mini-program (${appid})`);
  }

  private async answer(apiName: string, request: WireRequest, call: AdminCall): Promise<WireAnswer> {
    const standing = standingOf(apiName, new Set(Object.keys(this.apis)));
    if (standing === 'unknown') return { errorCode: apiNotFound };
    if (!mayCall(apiName, call.caller)) return { errorCode: noPermission };
    try {
      if (standing === 'absent')
        throw new WeChatRefusal(apiNotFound, `the local cloud does not emulate ${apiName}`);
      await this.strike(apiName);
      const run = this.apis[apiName];
      const input = { apiName, ...readArguments(request.pairs), caller: call.caller };
      return wireAnswer(run ? await run(input) : { json: {} });
    } catch (error) {
      if (!(error instanceof WeChatRefusal)) throw error;
      const errmsg = `${error.errmsg} rid: ${requestMark(this.context)}`;
      return jsonAnswer(JSON.stringify({ errcode: error.errcode, errmsg }));
    }
  }

  /** Faults at `openapi.<apiName>`: `latency` waits `ms` real milliseconds, `error` answers `code` as WeChat's errcode. */
  private async strike(apiName: string): Promise<void> {
    for (const { kind, ms = 1000, code = '-1', message } of this.context.faults.draw(`openapi.${apiName}`)) {
      if (kind === 'latency') await new Promise((resolve) => setTimeout(resolve, ms));
      if (kind !== 'error') continue;
      if (Number.isInteger(Number(code))) throw new WeChatRefusal(Number(code), message ?? 'system error');
      throw new CloudError(code, message ?? 'system error (injected fault)');
    }
  }
}

function wireAnswer(answer: OpenAnswer): WireAnswer {
  if ('bytes' in answer) return { respData: answer.bytes, contentType: answer.contentType };
  if ('text' in answer) return jsonAnswer(answer.text);
  return jsonAnswer(JSON.stringify({ errcode: 0, errmsg: 'ok', ...answer.json }));
}

function jsonAnswer(text: string): WireAnswer {
  return { respData: Buffer.from(text), contentType: 'application/json; charset=UTF-8' };
}
