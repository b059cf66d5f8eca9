const shared = {
  transform: { '\\.[jt]sx?$': ['babel-jest', { configFile: './config/babel.jest.cjs' }] },
  // These packages ship ES modules only.
  transformIgnorePatterns: ['<rootDir>/node_modules/(?!(croner|jsep|zod|mingo)/)'],
  testEnvironment: 'node',
};

/** unit: beside the code. contract: what WeChat does, through the real SDK. journeys: the shipped mini-program. long: npm run test:long. */
module.exports = {
  // A slow machine that runs other files beside is no failure; most tests take milliseconds.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      roots: [
        '<rootDir>/simulator',
        '<rootDir>/cloudfunctions',
        '<rootDir>/types',
        '<rootDir>/src',
        '<rootDir>/tools',
      ],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
    },
    { ...shared, displayName: 'contract', testMatch: ['<rootDir>/tests/contract/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'system',
      testMatch: ['<rootDir>/tests/system/**/*.test.ts', '<rootDir>/tests/simulation/**/*.test.ts'],
    },
    { ...shared, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'] },
    { ...shared, displayName: 'long', testMatch: ['<rootDir>/tests/long/**/*.test.ts'] },
  ],
};
