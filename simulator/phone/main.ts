import { phoneOptions } from './options';
import { startPhone } from './phone';

async function main(): Promise<void> {
  const phone = await startPhone(phoneOptions(process.argv.slice(2)));
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
