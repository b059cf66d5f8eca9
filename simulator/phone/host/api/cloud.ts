import { assetUrl } from '../builtins/assets';
import { createDatabase } from './cloudDatabase';
import { ApiRefusal, byConvention } from './convention';
import type { Files } from './files';
import type { Gateway } from './gateway';
import { askOutside } from './outside';

interface UploadOptions {
  readonly cloudPath: string;
  readonly filePath: string;
}

/** `wx.cloud`, answered by the local cloud as the user this phone belongs to. */
export function cloudApi(gateway: Gateway, files: Files, envId: string) {
  let initialised = false;
  const ready = <T extends object>(options: object): T => {
    if (!initialised)
      throw new ApiRefusal("Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -1 });
    return options as T;
  };
  return {
    init: () => {
      initialised = true;
    },
    callFunction: byConvention('cloud.callFunction', (options) => {
      const { name, data } = ready<ICloud.CallFunctionParam>(options);
      return gateway.ask('/call', { name, data: data ?? {} });
    }),
    database: () => {
      ready({});
      return createDatabase(gateway, envId);
    },
    uploadFile: (options: UploadOptions) => uploading(gateway, files, ready<UploadOptions>(options)),
    downloadFile: byConvention('cloud.downloadFile', async (options) => {
      const { fileID } = ready<{ fileID: string }>(options);
      const url = await assetUrl(fileID, '');
      if (!url) throw new ApiRefusal('file not exists', { errCode: -503003 });
      const { content, statusCode } = await askOutside({ url });
      return { tempFilePath: files.add(content), statusCode };
    }),
    getTempFileURL: byConvention('cloud.getTempFileURL', (options) =>
      gateway.ask('/tempFileURL', { fileList: ready<{ fileList: unknown[] }>(options).fileList }),
    ),
    deleteFile: byConvention('cloud.deleteFile', (options) =>
      gateway.ask('/deleteFile', { fileList: ready<{ fileList: string[] }>(options).fileList }),
    ),
  };
}

/** An upload is a promise, or a task when callbacks are given: the task tells how far it is and can be given up. [doc] */
function uploading(gateway: Gateway, files: Files, options: UploadOptions): unknown {
  const request = new XMLHttpRequest();
  const run = byConvention('cloud.uploadFile', async () => {
    if (!options.cloudPath)
      throw new ApiRefusal('parameter.cloudPath should be string', { errCode: -401001 });
    return gateway.upload(request, options.cloudPath, await files.read(options.filePath));
  });
  const promise = run(options);
  if (promise) return promise;
  return {
    abort: () => request.abort(),
    onProgressUpdate: (listener: (state: object) => void) =>
      request.upload.addEventListener('progress', ({ loaded, total }) =>
        listener({
          progress: Math.round((100 * loaded) / total),
          totalBytesSent: loaded,
          totalBytesExpectedToSend: total,
        }),
      ),
  };
}
