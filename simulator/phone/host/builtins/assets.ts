import { localFiles } from '../system/localFiles';

/** Where the browser finds a picture or sound a page names: a file of the phone, the package, the network, or the cloud's storage. */
export async function assetUrl(source: string, pagePath: string): Promise<string> {
  if (localFiles.isLocal(source)) return localFiles.url(source) ?? '';
  if (source === '' || /^(?:https?:|data:|blob:)/.test(source)) return source;
  if (source.startsWith('cloud://')) return temporaryUrl(source);
  return new URL(source, source.startsWith('/') ? `${location.origin}/` : `${location.origin}/${pagePath}`)
    .href;
}

async function temporaryUrl(fileID: string): Promise<string> {
  const response = await fetch('/gateway/tempFileURL', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ fileList: [fileID] }),
  });
  const { fileList = [] } = (await response.json()) as { fileList?: { tempFileURL?: string }[] };
  return fileList[0]?.tempFileURL ?? '';
}

/** The path of the page an element stands on. */
export function pagePathOf(element: Element): string {
  return element.closest('wx-page')?.getAttribute('data-path') ?? '';
}
