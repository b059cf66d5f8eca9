import { checkDomain, type Domains } from './domains';

const domains: Domains = { request: ['https://api.example.com', 'https://other.example.com:8443/'] };
let written: unknown[][];

beforeEach(() => {
  written = [];
  jest.spyOn(console, 'error').mockImplementation((...words) => void written.push(words));
});

afterEach(() => jest.restoreAllMocks());

test.each(['https://api.example.com/a?b=1', 'https://other.example.com:8443/x'])(
  '%s is in the list',
  (url) => {
    expect(() => checkDomain(domains, 'request', url)).not.toThrow();
    expect(written).toEqual([]);
  },
);

test.each([
  ['http://api.example.com/', 'request'],
  ['https://api.example.com:444/', 'request'],
  ['https://example.com/', 'request'],
  ['https://api.example.com/', 'uploadFile'],
] as const)('%s is not, for %s', (url, kind) => {
  expect(() => checkDomain(domains, kind, url)).toThrow('url not in domain list');
  expect(written[0]?.[0]).toContain(`不在以下 ${kind} 合法域名列表中`);
});

test('without lists nothing is refused, and what is no address is left to others', () => {
  expect(() => checkDomain(undefined, 'request', 'https://anywhere.example')).not.toThrow();
  expect(() => checkDomain(domains, 'request', 'nonsense')).not.toThrow();
});
