// Loads a function's bundle, with V8's compiled code kept from an earlier start: a bundle holds the whole SDK (1.2 MB and more),
// and compiling it is half of a cold start.
'use strict';

const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname } = require('node:path');
const vm = require('node:vm');

let uncompiled;

/** What the bundle exports. `codeCache` is the file its compiled code is kept in; undefined keeps none. */
function loadBundle(bundle, codeCache) {
  if (codeCache) compileWith(bundle, codeCache);
  return require(bundle);
}

/** Only the bundle itself is compiled our way; whatever it requires goes the usual way. */
function compileWith(bundle, codeCache) {
  const usual = Module.prototype._compile;
  Module.prototype._compile = function compile(content, filename, ...rest) {
    if (filename !== bundle) return usual.call(this, content, filename, ...rest);
    Module.prototype._compile = usual;
    const cachedData = readIfThere(codeCache);
    const script = new vm.Script(Module.wrap(content), {
      filename,
      cachedData,
      columnOffset: -Module.wrapper[0].length,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    if (!cachedData || script.cachedDataRejected) uncompiled = { script, codeCache };
    const run = script.runInThisContext();
    return run.call(
      this.exports,
      this.exports,
      Module.createRequire(filename),
      this,
      filename,
      dirname(filename),
    );
  };
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Writes the compiled code after the first call, when the functions that a call needs are compiled too. */
function keepCompiled() {
  if (!uncompiled) return;
  const { script, codeCache } = uncompiled;
  uncompiled = undefined;
  try {
    const unfinished = `${codeCache}.${process.pid}`;
    mkdirSync(dirname(codeCache), { recursive: true });
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, codeCache);
  } catch {
    // A cache that cannot be kept costs the next start some time and nothing else.
  }
}

module.exports = { keepCompiled, loadBundle };
