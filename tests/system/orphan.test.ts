import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
let npm: ChildProcess;

afterEach(() => {
  try {
    process.kill(-(npm.pid as number), 'SIGKILL');
  } catch {
    // All of it is gone already.
  }
});

test('a killed `npm run cloud` leaves no server behind', async () => {
  npm = spawn('npm', ['run', '-s', 'cloud', '--', '--port', '0', '--memory', '--dist', 'no-such-folder'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const line = await new Promise<string>((resolve) =>
    npm.stdout?.once('data', (data) => resolve(String(data))),
  );
  const { controlUrl } = JSON.parse(line) as { controlUrl: string };
  expect((await fetch(controlUrl)).status).toBe(200);
  process.kill(npm.pid as number, 'SIGKILL');
  await expect(refusal(controlUrl)).resolves.toMatch(/fetch failed/);
}, 240_000);

/** Asks until nobody answers any more. */
async function refusal(url: string): Promise<string> {
  for (;;) {
    try {
      await fetch(url);
    } catch (error) {
      return (error as Error).message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
