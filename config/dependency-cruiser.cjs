// The arrows of docs/architecture.md, enforced: src → types, cloudfunctions → types, tests → all, nothing else between rooms.
const product = '^(src|cloudfunctions|types)/';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'types-stand-alone',
      severity: 'error',
      from: { path: '^types/' },
      to: { path: '^(src|cloudfunctions|simulator|tests|bench|tools|config)/' },
    },
    {
      name: 'phone-knows-only-types',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(cloudfunctions|simulator|tests|bench|tools|config)/' },
    },
    {
      name: 'phone-takes-the-contract-as-types-only',
      comment: 'its schemas would bring zod to the phone',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^types/contract/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'functions-know-only-types',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(src|simulator|tests|bench|tools|config)/' },
    },
    {
      name: 'simulator-never-imports-the-product',
      severity: 'error',
      from: { path: '^simulator/' },
      to: { path: product },
    },
    {
      name: 'product-never-imports-the-simulator',
      severity: 'error',
      from: { path: product },
      to: { path: '^simulator/' },
    },
    {
      name: 'sdk-only-in-platform',
      comment: 'wx-server-sdk is touched in one place',
      severity: 'error',
      from: { path: '^cloudfunctions/', pathNot: '^cloudfunctions/platform/' },
      to: { path: 'wx-server-sdk' },
    },
    {
      name: 'simulator-without-the-sdk',
      severity: 'error',
      from: { path: '^simulator/', pathNot: '\\.test\\.ts$' },
      to: { path: 'wx-server-sdk' },
    },
    {
      name: 'wechat-only-in-services',
      comment: "only src/services calls Taro's WeChat interfaces",
      severity: 'error',
      from: { path: '^src/(pages|packages|components|stores)/' },
      to: { path: '^node_modules/@tarojs/taro/' },
    },
    {
      name: 'modules-by-their-index',
      comment: "a module reaches another through the other's index.ts",
      severity: 'error',
      from: { path: '^cloudfunctions/modules/([^/]+)/' },
      to: {
        path: '^cloudfunctions/modules/([^/]+)/',
        pathNot: ['^cloudfunctions/modules/$1/', '^cloudfunctions/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'database-semantics-are-pure',
      severity: 'error',
      from: { path: '^simulator/cloud/database/semantics/' },
      to: {
        path: '^simulator/cloud/',
        pathNot: '^simulator/cloud/(database/semantics|core/(errors|evidence))',
      },
    },
    {
      name: 'core-knows-no-room',
      severity: 'error',
      from: { path: '^simulator/cloud/core/', pathNot: '\\.test\\.ts$' },
      to: { path: '^simulator/cloud/', pathNot: '^simulator/cloud/core/' },
    },
    {
      name: 'rooms-do-not-know-transport',
      severity: 'error',
      from: {
        path: '^simulator/cloud/(database|functions|triggers|storage|rules|watch|gateway|users|pay|openapi)/',
        pathNot: '(\\.test\\.ts$|/testing/)',
      },
      to: { path: '^simulator/cloud/(http/|cloud\\.ts|rooms\\.ts|main\\.ts)' },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { pathNot: '(\\.test\\.tsx?$|^tests/|^bench/)' },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build|fixtures)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'module', 'types'],
    },
  },
};
