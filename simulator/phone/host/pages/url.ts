export interface PageUrl {
  /** Without leading slash, as in app.json. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
}

/** Reads `/pages/a/b?x=1`; a path without leading slash counts from the page that asks. Values stay as written. [doc] */
export function parsePageUrl(url: string, from: string): PageUrl {
  const [location = '', search = ''] = splitOnce(url, '?');
  const base = location.startsWith('/') ? 'http://p/' : `http://p/${from}`;
  const path = decodeURIComponent(new URL(location, base).pathname.slice(1)).replace(/\.html$/, '');
  const query: Record<string, string> = {};
  for (const part of search.split('&').filter(Boolean)) {
    const [name = '', value = ''] = splitOnce(part, '=');
    query[name] = value;
  }
  return { path, query };
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
