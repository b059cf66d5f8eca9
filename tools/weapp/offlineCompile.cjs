// Runs miniprogram-ci on one project and writes what it found as JSON. In a process of its own: the package writes to
// stdout, keeps watchers alive and asks its maker's server for lists it does not need.
const { writeFileSync } = require('node:fs');
const dns = require('node:dns');
const { join } = require('node:path');

const [modules, projectPath, out] = process.argv.slice(2);

// Nothing here needs the network, so there is none.
dns.lookup = (host, options, done) => {
  const answer = typeof options === 'function' ? options : done;
  process.nextTick(answer, new Error(`check:weapp stays on this machine; ${host} was asked for`));
};

const ci = require(join(modules, 'miniprogram-ci'));

// The package's own defaults of what a server would tell about the account; a whole may be 30 MB by now. [doc]
const { DefaultProjectAttr } = ci;
const attributes = {
  ...DefaultProjectAttr,
  setting: { ...DefaultProjectAttr.setting, MaxSubpackageFullCodeSize: 30 },
};

async function main() {
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath,
    privateKey: 'none is needed offline, but it may not be empty',
    attr: async () => attributes,
    ignores: ['node_modules/**/*'],
  });
  const setting = { es6: false, minify: false };
  const compiled = await ci.getCompiledResult({ project, setting, onProgressUpdate: () => {} }).then(
    (files) => ({ files: Object.keys(files).length }),
    (error) => ({
      error: { code: error.code ?? 0, message: String(error.message ?? error), path: error.path },
    }),
  );
  const quality = compiled.error ? [] : await ci.checkCodeQuality(project);
  writeFileSync(out, JSON.stringify({ compiled, quality }));
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
