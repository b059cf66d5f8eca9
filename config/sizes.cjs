// Says of every built file from which libraries its source came: `npm run size` weighs them by it.
const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/** The library a module belongs to; our own code by its room. */
function ownerOf(name) {
  const library = name.match(/.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/);
  if (library) return library[1].replaceAll('\\', '/');
  return /(^|[\\/.])types[\\/]/.test(name) ? 'types (ours)' : 'src (ours)';
}

class Sizes {
  constructor(path) {
    this.path = path;
  }

  apply(compiler) {
    compiler.hooks.done.tap('Sizes', (stats) => {
      const { chunks = [] } = stats.toJson({
        chunkModules: true,
        modules: false,
        assets: false,
        reasons: false,
        source: false,
        chunkModulesSpace: Number.POSITIVE_INFINITY,
        nestedModulesSpace: Number.POSITIVE_INFINITY,
      });
      const files = chunks.flatMap(({ files: built = [], modules = [] }) =>
        built.filter((file) => file.endsWith('.js')).map((file) => ({ file, owners: weighed(modules) })),
      );
      mkdirSync(dirname(this.path), { recursive: true });
      writeFileSync(this.path, JSON.stringify(files));
    });
  }
}

/** Bytes of source by library. Modules that were joined into one are counted singly. */
function weighed(modules) {
  const owners = {};
  const visit = (list) => {
    for (const { name = '', size = 0, modules: nested } of list) {
      if (nested?.length) visit(nested);
      else owners[ownerOf(name)] = (owners[ownerOf(name)] ?? 0) + size;
    }
  };
  visit(modules);
  return owners;
}

module.exports = { Sizes };
