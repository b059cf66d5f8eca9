// One instance of a cloud function: a process that loads one bundle and runs one call at a time. Plain JavaScript, so that
// node starts it without a loader. Messages in: load, invoke, clock. Messages out: ready, unloadable, output, answer, died.
'use strict';

const { dirname, sep } = require('node:path');
const { inspect } = require('node:util');
const { keepCompiled, loadBundle } = require('./bundleLoader.cjs');
const businessDate = require('./businessDate.cjs');

const longestOutput = 100 * 1024;
const tell = process.send.bind(process);
const aliases = [[__dirname, '/var/runtime']];
let main;
let printed = 0;

// A function in the cloud has no parent to talk to.
process.send = undefined;
process.on('disconnect', () => process.exit());
process.on('message', (message) => work[message.type](message));
process.on('uncaughtException', die);
businessDate.install();
captureOutput(process.stdout);
captureOutput(process.stderr);

const work = {
  load({ bundle, codeCache, environment, clock }) {
    businessDate.setClock(clock);
    Object.assign(process.env, environment);
    aliases.unshift([dirname(bundle) + sep, '/var/user/'], [dirname(bundle), '/var/user']);
    try {
      process.chdir(dirname(bundle));
      const loaded = loadBundle(bundle, codeCache);
      if (typeof loaded?.main !== 'function') throw new TypeError('exports.main is not a function');
      main = loaded.main;
      tell({ type: 'ready' });
    } catch (error) {
      tell({ type: 'unloadable', stack: describe(error) });
    }
  },

  async invoke({ event, context, environment, clock, timeout, longestResult }) {
    businessDate.setClock(clock);
    Object.assign(process.env, environment);
    const deadline = businessDate.realNow() + timeout;
    context.getRemainingTimeInMillis = () => Math.max(0, deadline - businessDate.realNow());
    let answer;
    try {
      answer = encode(await call(JSON.parse(event), context), longestResult);
    } catch (error) {
      answer = { type: 'answer', stack: describe(error) };
    }
    for (const name of Object.keys(environment)) delete process.env[name];
    printed = 0;
    tell(answer, keepCompiled);
  },

  clock({ clock }) {
    businessDate.setClock(clock);
  },
};

/** `main(event, context)`, or in the older style `main(event, context, callback)`. */
function call(event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value));
    const value = main(event, context, callback);
    if (value !== undefined || main.length < 3) resolve(value);
  });
}

/** A result as JSON writes it; what JSON cannot say (nothing, a function) is null. */
function encode(value, longestResult) {
  const result = JSON.stringify(value) ?? 'null';
  const bytes = Buffer.byteLength(result);
  return bytes > longestResult ? { type: 'answer', bytes } : { type: 'answer', result };
}

/** The error as its stack tells it, with the cloud's paths in place of this machine's. */
function describe(error) {
  let text = typeof error?.stack === 'string' ? error.stack : inspect(error);
  for (const [path, alias] of aliases) text = text.replaceAll(path, alias);
  return text;
}

function captureOutput(stream) {
  stream.write = (chunk, encoding, done) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    const room = longestOutput - printed;
    printed += text.length;
    if (room > 0) tell({ type: 'output', text: text.slice(0, room) });
    const whenDone = typeof encoding === 'function' ? encoding : done;
    if (whenDone) process.nextTick(whenDone);
    return true;
  };
}

function die(error) {
  tell({ type: 'died', stack: describe(error) }, () => process.exit(1));
}
