import { ApiRefusal } from '../api/convention';
import { Kept } from './kept';
import { button, h, openLayer, pageHead } from './layer';
import { appLine } from './permissions';
import type { PrivacyKind } from './privacyKinds';
import { oneOf, type Prompts } from './prompts';

/** Milliseconds after a refusal in which WeChat asks no more. [doc: 官方隐私弹窗] */
const quietTime = 10_000;

const notAuthorized = 'privacy permission is not authorized';

type Resolution = { readonly event?: string; readonly buttonId?: string };
export type PrivacyListener = (
  resolve: (resolution: Resolution) => void,
  event: { readonly referrer: string },
) => void;

export interface PrivacyDeps {
  readonly prompts: Prompts;
  readonly appName: string;
  /** What the guide declares; undefined: everything. */
  readonly declared: readonly string[] | undefined;
  /** Whether consent is asked for at all. */
  readonly isEnforced: boolean;
}

/** Consent to the mini-program's privacy guide: once per user, before the first interface that touches personal information. */
export class Privacy {
  private readonly agreed = new Kept<boolean>('privacy', false);
  private readonly tapped = new Set<string>();
  private listener: PrivacyListener | undefined;
  private asking: Promise<'agree' | 'disagree'> | undefined;
  private refusedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly deps: PrivacyDeps) {}

  get contractName(): string {
    return `《${this.deps.appName}小程序隐私保护指引》`;
  }

  /** What `wx.getPrivacySetting` says. */
  get isNeeded(): boolean {
    return this.deps.isEnforced && !this.agreed.get();
  }

  /** The latest listener replaces the one before. [guess: the page on top wins] */
  listen(listener: PrivacyListener): void {
    this.listener = listener;
  }

  /** A tap on `<button open-type="agreePrivacyAuthorization">`. */
  agree(buttonId: string): void {
    this.tapped.add(buttonId);
    this.agreed.set(true);
  }

  /** As if the user had never been asked. */
  reset(): void {
    this.agreed.set(false);
    this.tapped.clear();
    this.refusedAt = Number.NEGATIVE_INFINITY;
  }

  /** Asks for consent for `kind` on behalf of `referrer`. Refuses with errno 112 what the guide does not declare. [doc] */
  async need(kind: PrivacyKind, referrer: string, errno: 103 | 104 = 104): Promise<void> {
    const { isEnforced, declared } = this.deps;
    if (isEnforced && declared && !declared.includes(kind))
      throw new ApiRefusal('api scope is not declared in the privacy agreement', { errno: 112 });
    await this.consent(referrer, errno);
  }

  /** `wx.requirePrivacyAuthorize`. Refusals: 104, for interfaces that also ask for a scope 103. [measured: community reports] */
  async consent(referrer: string, errno: 103 | 104 = 104): Promise<void> {
    if (!this.isNeeded) return;
    if (this.listener) await this.askApp(this.listener, referrer);
    else if (Date.now() - this.refusedAt < quietTime || (await this.askUser()) === 'disagree')
      throw new ApiRefusal(notAuthorized, { errno });
  }

  openContract(): void {
    const kinds = this.deps.declared ?? ['开发者未在模拟器中列出所处理的信息'];
    const close: () => void = openLayer(
      'page',
      '隐私保护指引',
      pageHead('隐私保护指引', () => close()),
      h(
        'article',
        'system-text',
        h('h2', '', this.contractName),
        h('p', '', '本指引说明本小程序处理哪些个人信息。使用下列信息前会先征得你的同意。'),
        h('ul', '', ...kinds.map((kind) => h('li', '', kind))),
        h('p', 'system-note', '模拟手机按启动选项中的声明生成此页，不是正式文本。'),
      ),
    );
  }

  private askApp(listener: PrivacyListener, referrer: string): Promise<void> {
    return new Promise((done, refuse) => {
      const resolve = ({ event, buttonId = '' }: Resolution) => {
        if (event === 'exposureAuthorization') return;
        if (event === 'agree' && this.tapped.has(buttonId)) {
          this.agreed.set(true);
          done();
        } else {
          const why = event === 'agree' ? `${notAuthorized} or buttonId is wrong` : notAuthorized;
          refuse(new ApiRefusal(why, { errno: 104 }));
        }
      };
      listener(resolve, { referrer });
    });
  }

  /** Interfaces that come while the question is open wait for the same answer. */
  private askUser(): Promise<'agree' | 'disagree'> {
    this.asking ??= this.prompt().finally(() => {
      this.asking = undefined;
    });
    return this.asking;
  }

  private async prompt(): Promise<'agree' | 'disagree'> {
    const answer = await this.deps.prompts.ask<'agree' | 'disagree'>({
      kind: 'privacy',
      read: oneOf('privacy', 'agree', 'disagree'),
      draw: (choose) => this.draw(choose),
    });
    if (answer === 'agree') this.agreed.set(true);
    else this.refusedAt = Date.now();
    return answer;
  }

  private draw(choose: (answer: 'agree' | 'disagree') => void): () => void {
    const link = button('system-link', this.contractName, () => this.openContract());
    return openLayer(
      'sheet',
      '用户隐私保护提示',
      appLine(this.deps.appName, ''),
      h('h2', 'system-question', '用户隐私保护提示'),
      h('p', 'system-note', '在使用当前功能前，请阅读并同意', link, '。'),
      h(
        'div',
        'system-pair',
        button('system-button', '拒绝', () => choose('disagree')),
        button('system-button is-primary', '同意', () => choose('agree')),
      ),
    );
  }
}
