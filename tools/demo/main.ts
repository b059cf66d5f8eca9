import { parseArgs } from 'node:util';
import { startDemo } from './demo';
import { openBrowser } from './openBrowser';

/** Runs the demo until Ctrl-C. Prints one line with the address when everything is there; `phones`: what they run has been built. */
export async function runDemo(words: readonly string[], phones?: Promise<unknown>): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string', default: '4600' },
      state: { type: 'string', default: '.nuanlin/demo' },
      memory: { type: 'boolean', default: false },
    },
  });
  const demo = await startDemo({
    port: Number(values.port),
    tell: (line) => process.stdout.write(`${line}\n`),
    ...(phones ? { phones } : {}),
    ...(values.memory ? {} : { stateFolder: values.state }),
  });
  process.stdout.write(`手机和控制台：${demo.url}（Ctrl-C 结束）\n`);
  if (process.stdout.isTTY) openBrowser(demo.url);
  stopWhenTold(() => demo.stop());
}

function stopWhenTold(stop: () => Promise<void>): void {
  let isStopping = false;
  const leave = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      (error) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  // npm does not pass SIGKILL on: without its npm the demo would stay behind and hold its ports and its state.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && leave(), 500).unref();
}
