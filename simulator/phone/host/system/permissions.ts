import { ApiRefusal } from '../api/convention';
import { Kept } from './kept';
import { button, h, openLayer } from './layer';
import { oneOf, type Prompts } from './prompts';

/** What a scope lets a mini-program do, in WeChat's words: in the question, and on the settings page. */
const asked = {
  'scope.userLocation': { question: '获取你的位置信息', name: '位置信息' },
  'scope.userFuzzyLocation': { question: '获取你的模糊位置信息', name: '模糊位置信息' },
  'scope.record': { question: '使用你的麦克风', name: '麦克风' },
  'scope.camera': { question: '使用你的摄像头', name: '摄像头' },
  'scope.writePhotosAlbum': { question: '保存图片或视频到你的相册', name: '添加到相册' },
  'scope.bluetooth': { question: '使用你的蓝牙', name: '蓝牙' },
  'scope.addPhoneContact': { question: '添加联系人到你的通讯录', name: '添加到通讯录' },
  'scope.addPhoneCalendar': { question: '添加日程到你的日历', name: '添加到日历' },
  'scope.werun': { question: '获取你的微信运动步数', name: '微信运动步数' },
} as const;

export type Scope = keyof typeof asked;

/** Given to everybody since their question was taken away. [doc] */
const free: readonly string[] = ['scope.address', 'scope.invoice', 'scope.invoiceTitle'];

export type Answers = Partial<Record<Scope, boolean>>;

export interface PermissionDeps {
  readonly prompts: Prompts;
  readonly appName: string;
  /** `app.json` as it is. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** What this mini-program may do with the phone. A refusal is remembered and answers from then on. [doc] */
export class Permissions {
  private readonly answers = new Kept<Answers>('permissions', {});

  constructor(private readonly deps: PermissionDeps) {}

  /** What was answered so far: scopes never asked for are absent. [doc: AuthSetting] */
  all(): Answers {
    return { ...this.answers.get() };
  }

  nameOf(scope: Scope): string {
    return asked[scope].name;
  }

  /** As on the settings page; undefined forgets the answer, so that the question is put again. */
  set(scope: string, allowed: boolean | undefined): void {
    const known = this.known(scope);
    const { [known]: _old, ...others } = this.answers.get();
    this.answers.set(allowed === undefined ? others : { ...others, [known]: allowed });
  }

  /** Asks unless it was answered before. Refuses with `auth deny` and errno 103. [measured: words; doc: errno] */
  async need(scope: string): Promise<void> {
    if (free.includes(scope)) return;
    const known = this.known(scope);
    const before = this.answers.get()[known];
    const allowed = before ?? (await this.ask(known));
    if (!allowed) throw new ApiRefusal('auth deny', { errno: 103 });
  }

  private known(scope: string): Scope {
    if (Object.hasOwn(asked, scope)) return scope as Scope;
    throw new ApiRefusal(scope === 'scope.userInfo' ? 'scope unauthorized' : 'invalid scope');
  }

  private async ask(scope: Scope): Promise<boolean> {
    const purpose = this.purpose(scope);
    const answer = await this.deps.prompts.ask<'allow' | 'deny'>({
      kind: 'authorize',
      details: { scope, purpose },
      read: oneOf('authorize', 'allow', 'deny'),
      draw: (choose) => drawQuestion(this.deps.appName, asked[scope].question, purpose, choose),
    });
    this.set(scope, answer === 'allow');
    return answer === 'allow';
  }

  /** Location needs a sentence in app.json. [doc; measured: "require permission desc"] */
  private purpose(scope: Scope): string {
    const declared = this.deps.raw.permission as Record<string, { desc?: string }> | undefined;
    const purpose = declared?.[scope]?.desc ?? '';
    if (scope === 'scope.userLocation' && !purpose) throw new ApiRefusal('require permission desc');
    return purpose;
  }
}

function drawQuestion(
  appName: string,
  question: string,
  purpose: string,
  choose: (answer: 'allow' | 'deny') => void,
): () => void {
  return openLayer(
    'sheet',
    '权限申请',
    appLine(appName, '申请'),
    h('h2', 'system-question', question),
    purpose ? h('p', 'system-note', purpose) : undefined,
    h(
      'div',
      'system-pair',
      button('system-button modal-button', '拒绝', () => choose('deny')),
      button('system-button modal-button is-primary', '允许', () => choose('allow')),
    ),
  );
}

/** "○ name  申请": the first line of WeChat's questions. */
export function appLine(appName: string, verb: string): HTMLElement {
  return h(
    'div',
    'system-app',
    h('i', 'system-logo', appName.slice(0, 1)),
    h('span', '', appName),
    h('em', '', verb),
  );
}
