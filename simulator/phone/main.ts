import { parseArgs } from 'node:util';
import { startPhone } from './phone';

const { values } = parseArgs({
  options: {
    user: { type: 'string' },
    gateway: { type: 'string', default: 'http://127.0.0.1:4600/gateway' },
    automator: { type: 'string', default: '9420' },
    miniprogram: { type: 'string' },
  },
});

async function main(): Promise<void> {
  if (!values.user) throw new Error('--user <openid> is missing: whose phone is it?');
  const phone = await startPhone({
    openid: values.user,
    gatewayUrl: values.gateway,
    automatorPort: Number(values.automator),
    ...(values.miniprogram ? { miniprogram: values.miniprogram } : {}),
  });
  const { url, automatorUrl, session } = phone;
  process.stdout.write(`${JSON.stringify({ url, automatorUrl, openid: session.openid })}\n`);
  const leave = () => void phone.stop().then(() => process.exit(0));
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
