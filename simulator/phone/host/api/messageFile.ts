import { localFiles } from '../system/localFiles';
import { askForMessageFiles, endingOf, type MessageFile } from '../system/messageFiles';
import type { PhoneSystem } from '../system/phoneSystem';
import { ApiRefusal, asynchronous } from './convention';

/** WeChat hands over no more than this at once. [doc] */
const most = 100;

/** Files from the chats of the phone's user. */
export function messageFileApi({ prompts, privacy }: PhoneSystem) {
  return {
    chooseMessageFile: asynchronous('chooseMessageFile', async ({ count, type = 'all', extension = [] }) => {
      if (typeof count !== 'number')
        throw new ApiRefusal('parameter error: parameter.count should be Number');
      if (extension.includes(''))
        throw new ApiRefusal('parameter error: parameter.extension should not contain an empty string');
      const endings = extension.map((ending) => ending.replace(/^\./, '').toLowerCase());
      await privacy.need('选中的文件', 'chooseMessageFile');
      const files = await askForMessageFiles(prompts, { count: Math.min(count, most), type, endings });
      return { tempFiles: files.map(handedOver) };
    }),
  };
}

function handedOver({ name, kind, content, sentAt }: MessageFile) {
  const ending = endingOf(name);
  const path = localFiles.add(content, ending && `.${ending}`);
  return { name, path, size: content.size, type: kind, time: Math.floor(sentAt / 1000) };
}
