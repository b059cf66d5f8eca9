import { type Asynchronous, asynchronous, type OptionsOf } from './convention';
import { checkDomain, type Domains } from './domains';
import type { Files } from './files';
import { askOutside } from './outside';

/** `wx.request`, `downloadFile` and `uploadFile`: each gives a task that can be given up. */
export function requestApi(files: Files, domains?: Domains) {
  return {
    request: task('request', async (options: OptionsOf<'request'>, signal) => {
      const { url, method = 'GET', data, header = {}, responseType, dataType = 'json' } = options;
      checkDomain(domains, 'request', url);
      const headers = { 'content-type': 'application/json', ...lowerCase(header as Record<string, string>) };
      const isQuery = method === 'GET';
      const target = isQuery && data ? withQuery(url, data as object) : url;
      const body = isQuery || data === undefined ? undefined : encode(data, headers['content-type']);
      const answer = await askOutside({ url: target, method, headers, signal, ...(body ? { body } : {}) });
      const { statusCode, header: answered, content } = answer;
      const decoded =
        responseType === 'arraybuffer' ? await content.arrayBuffer() : decode(await content.text(), dataType);
      return { statusCode, header: answered, cookies: [], data: decoded };
    }),
    downloadFile: task('downloadFile', async (options: OptionsOf<'downloadFile'>, signal) => {
      checkDomain(domains, 'downloadFile', options.url);
      const { statusCode, content } = await askOutside({ url: options.url, signal });
      return { statusCode, tempFilePath: files.add(content) };
    }),
    uploadFile: task('uploadFile', async (options: OptionsOf<'uploadFile'>, signal) => {
      const { url, filePath, name, formData = {}, header = {} } = options;
      checkDomain(domains, 'uploadFile', url);
      const form = new FormData();
      for (const [key, value] of Object.entries(formData as object)) form.append(key, String(value));
      form.append(name, await files.read(filePath), filePath.split('/').at(-1));
      const encoded = new Response(form);
      const headers = {
        ...lowerCase(header as Record<string, string>),
        'content-type': encoded.headers.get('content-type') ?? '',
      };
      const answer = await askOutside({ url, method: 'POST', headers, body: await encoded.blob(), signal });
      return { statusCode: answer.statusCode, data: await answer.content.text() };
    }),
  };
}

type Name = 'request' | 'downloadFile' | 'uploadFile';

/** Wraps a call so that it answers at once with a task; Taro and others call `abort` and the listeners on it. */
function task<N extends Name>(
  name: N,
  work: (options: OptionsOf<N>, signal: AbortSignal) => Promise<object>,
): Asynchronous {
  return (options = {}) => {
    const controller = new AbortController();
    const run = asynchronous(name, (given) => work(given, controller.signal) as never);
    const promise = run(options);
    const handle = {
      abort: () => controller.abort('abort'),
      onProgressUpdate: () => {},
      offProgressUpdate: () => {},
      onHeadersReceived: () => {},
      offHeadersReceived: () => {},
    };
    return (promise ? Object.assign(promise, handle) : handle) as unknown as Promise<unknown>;
  };
}

function lowerCase(header: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

function withQuery(url: string, data: object): string {
  const query = new URLSearchParams(
    Object.entries(data).map(([key, value]) => [key, String(value)]),
  ).toString();
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
}

function encode(data: unknown, contentType: string): Blob {
  if (data instanceof ArrayBuffer) return new Blob([data]);
  if (typeof data === 'string') return new Blob([data]);
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return new Blob([withQuery('', data as object).slice(1)]);
  return new Blob([JSON.stringify(data)]);
}

function decode(text: string, dataType: string): string | object {
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text) as object;
  } catch {
    return text;
  }
}
