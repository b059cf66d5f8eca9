import type { FilesPort } from './ports';

/** Downloads from this cloud's own storage, so that an expired link fails as it would for WeChat; never from elsewhere. */
export function ownDownloads(baseUrl: () => string): FilesPort {
  return {
    read: async (url) => {
      if (!url.startsWith(`${baseUrl()}/storage/`)) return undefined;
      const response = await fetch(url);
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
  };
}
