// npm run check:deploy: docs/deploy.md names every function, trigger, right, rule, collection, index, route, template and variable of
// the build, and nothing else. `-- --write` brings its tables up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildDeclarations } from './bundle/declarations.mjs';
import { root } from './bundle/freshness.mjs';
import { buildFunctions } from './bundle/functions.mjs';
import { setUp } from './setup.mjs';

const page = join(root, 'docs/deploy.md');
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
/** What WeChat Cloud sets by itself in every function. */
const platformVariables = ['TCB_ENV', 'SCF_NAMESPACE'];

setUp();
await buildDeclarations();
await buildFunctions();

const environment = read('dist/environment.json');
const tables = {
  functions: functionTable(),
  rules: ruleTable(),
  collections: collectionTable(),
  templates: templateTable(),
};
const before = readFileSync(page, 'utf8');
const after = Object.entries(tables).reduce(withTable, before);
const problems = [
  ...(after === before || process.argv.includes('--write')
    ? []
    : ['its tables are out of date: npm run check:deploy -- --write']),
  ...variables().flatMap((name) =>
    before.includes(`\`${name}\``) ? [] : [`it does not explain the variable ${name}`],
  ),
];
if (process.argv.includes('--write')) writeFileSync(page, after);
for (const problem of problems) process.stderr.write(`docs/deploy.md: ${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`docs/deploy.md names all of ${counts()}.\n`);

function withTable(text, [name, lines]) {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/deploy.md has no place for the table of ${name}`);
  return `${text.slice(0, from + begin.length)}\n${lines.join('\n')}\n${text.slice(to)}`;
}

function functionNames() {
  return readdirSync(join(root, 'dist/cloudfunctions')).sort();
}

function functionTable() {
  return [
    '| 云函数 | 超时（秒） | 内存（MB） | 云调用权限 | 定时触发器 |',
    '| --- | --- | --- | --- | --- |',
    ...functionNames().map((name) => {
      const {
        timeout = 3,
        memorySize = 256,
        permissions,
        triggers = [],
      } = read(`dist/cloudfunctions/${name}/config.json`);
      const rights = (permissions?.openapi ?? []).map((right) => `\`${right}\``).join('、') || '无';
      const timers = triggers.map((timer) => `\`${timer.name}\` \`${timer.config}\``).join('、') || '无';
      return `| \`${name}\` | ${timeout} | ${memorySize} | ${rights} | ${timers} |`;
    }),
  ];
}

function ruleTable() {
  const { functionRules, storageRules, httpRoutes = [], messagePush = [] } = environment;
  return [
    '云函数（云开发控制台 > 云函数 > 云函数权限）：',
    '```json',
    JSON.stringify(functionRules, null, 2),
    '```',
    '云存储（云开发控制台 > 存储 > 存储权限 > 自定义安全规则）：',
    '```json',
    JSON.stringify(storageRules, null, 2),
    '```',
    '| HTTP 访问服务路径 | 云函数 |',
    '| --- | --- |',
    ...httpRoutes.map((route) => `| \`${route.path}\` | \`${route.function}\` |`),
    ...(messagePush.length > 0
      ? [
          '',
          '| 消息推送 | 事件 | 云函数 |',
          '| --- | --- | --- |',
          ...messagePush.map(
            (push) => `| \`${push.msgType}\` | \`${push.event ?? ''}\` | \`${push.function}\` |`,
          ),
        ]
      : []),
  ];
}

function collectionTable() {
  const { collections } = read('dist/database.json');
  const direction = { 1: '升序', '-1': '降序', '2dsphere': '地理位置' };
  return [
    '| 集合 | 索引（字段按次序） | 权限 read / write |',
    '| --- | --- | --- |',
    ...collections.map(({ name, indexes, rules }) => {
      const listed = indexes.map(
        ({ keys, unique }) =>
          `${keys.map((key) => `\`${key.field}\`${key.direction === '1' ? '' : ` ${direction[key.direction]}`}`).join(' + ')}${unique ? '（唯一）' : ''}`,
      );
      return `| \`${name}\` | ${listed.join('<br>') || '无'} | \`${rules.read}\` / \`${rules.write}\` |`;
    }),
  ];
}

function templateTable() {
  return [
    '| 模板标题 | 内部编号 | 字段 |',
    '| --- | --- | --- |',
    ...environment.templates.map(
      ({ id, title, fields }) =>
        `| ${title} | \`${id}\` | ${Object.entries(fields)
          .map(([field, label]) => `\`${field}\` ${label}`)
          .join('、')} |`,
    ),
  ];
}

/** Every variable the functions read. */
function variables() {
  const names = new Set();
  for (const file of readdirSync(join(root, 'cloudfunctions'), { recursive: true })) {
    if (!/\.ts$/.test(file) || /\.test\.ts$|[\\/]testing[\\/]/.test(file)) continue;
    const text = readFileSync(join(root, 'cloudfunctions', file), 'utf8');
    for (const [, name] of text.matchAll(/process\.env\.([A-Z][A-Z0-9_]*)/g)) names.add(name);
    const prefix = /const prefix = '([A-Z0-9_]+_)'/.exec(text)?.[1];
    const list = /const v3Variables = \[([^\]]*)\]/.exec(text)?.[1] ?? '';
    if (prefix) for (const [, name] of list.matchAll(/'([A-Z_]+)'/g)) names.add(prefix + name);
  }
  return [...names].filter((name) => !platformVariables.includes(name)).sort();
}

function counts() {
  const { collections } = read('dist/database.json');
  const indexes = collections.reduce((sum, { indexes: own }) => sum + own.length, 0);
  return `${functionNames().length} functions, ${collections.length} collections, ${indexes} indexes, ${environment.templates.length} templates, ${variables().length} variables`;
}
