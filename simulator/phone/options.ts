import { parseArgs } from 'node:util';
import { privacyKinds } from './host/system/privacyKinds';
import type { PhoneOptions } from './phone';

const networks = ['online', 'slow', 'offline'] as const;
const themes = ['light', 'dark'] as const;
const fontSizes = ['standard', 'large', 'extraLarge'] as const;

/**
 * What `npm run phone` was told. Throws, naming the option and what it may be, on a missing user, an unknown option or value.
 * `--privacy` takes kinds of information with commas between; an empty list declares none.
 */
export function phoneOptions(words: readonly string[]): PhoneOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      user: { type: 'string' },
      gateway: { type: 'string', default: 'http://127.0.0.1:4600/gateway' },
      automator: { type: 'string', default: '9420' },
      miniprogram: { type: 'string' },
      network: { type: 'string', default: 'online' },
      font: { type: 'string', default: 'standard' },
      theme: { type: 'string', default: 'light' },
      privacy: { type: 'string' },
    },
  });
  if (!values.user) throw new Error('--user <openid> is missing: whose phone is it?');
  return {
    openid: values.user,
    gatewayUrl: values.gateway,
    automatorPort: Number(values.automator),
    ...(values.miniprogram ? { miniprogram: values.miniprogram } : {}),
    ...(values.privacy === undefined ? {} : { privacy: kindsOf(values.privacy) }),
    settings: {
      network: oneOf('--network', values.network, networks),
      fontSize: oneOf('--font', values.font, fontSizes),
      theme: oneOf('--theme', values.theme, themes),
    },
  };
}

function kindsOf(text: string): string[] {
  const kinds = text.split(/[,，]/).map((kind) => kind.trim());
  return kinds.filter((kind) => kind !== '').map((kind) => oneOf('--privacy', kind, privacyKinds));
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new Error(`${option} is one of ${known.join(', ')}; not ${value}`);
  return found;
}
