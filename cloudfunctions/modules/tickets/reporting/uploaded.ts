import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Context, World } from '../../../kernel/routes';
import { linksTo } from '../../../platform/files';
import { areOwn } from './files';

/** The ids of files that an input carries. */
export type FilesOf<Input> = (input: Input) => readonly string[];

/**
 * For `prepare` of whatever takes files: has each of them arrived in the storage. Refuses FILE_NOT_UPLOADED where one has not: a signature
 * or a photo that nobody can open proves nothing. Files of others are not looked for, the rule refuses them. One call; none without files.
 * A storage that does not answer keeps nobody from reporting a burst: then the files are taken on trust.
 */
export function whenUploaded<Input>(filesOf: FilesOf<Input>) {
  return async (input: Input, { caller }: Context, { log }: World): Promise<Outcome<void>> => {
    const own = [...new Set(filesOf(input))].filter((fileId) => areOwn([fileId], caller.openid));
    try {
      const links = await linksTo(own);
      if (own.some((fileId) => !links.has(fileId))) return refused('FILE_NOT_UPLOADED');
    } catch (error) {
      log({ level: 'warning', what: 'filesNotLookedFor', facts: { files: own.length }, error });
    }
    return granted(undefined);
  };
}
