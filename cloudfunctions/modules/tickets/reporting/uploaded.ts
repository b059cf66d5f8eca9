import { granted, type Outcome, refused } from '../../../../types/refusal';
import type { Urgency } from '../../../../types/ticket';
import { limits } from '../../../kernel/limits';
import type { Context, World } from '../../../kernel/routes';
import { linksWithin } from '../../../platform/files';
import { areOwn } from './files';

/** The ids of files that an input carries. */
export type FilesOf<Input> = (input: Input) => readonly string[];

/**
 * For `prepare` of whatever takes files: has each of them arrived in the storage. Refuses FILE_NOT_UPLOADED where one has not: a signature
 * or a photo that nobody can open proves nothing. Files of others are not looked for, the rule refuses them. One call; none without files.
 * A storage that does not answer within 2 seconds keeps nobody from reporting: then the files are taken on trust, and in an emergency
 * (`isUrgent`) they always are, nothing is asked before it is decided.
 */
export function whenUploaded<Input>(
  filesOf: FilesOf<Input>,
  isUrgent: (input: Input) => boolean = () => false,
) {
  return async (input: Input, { caller }: Context, { log }: World): Promise<Outcome<void>> => {
    const own = [...new Set(filesOf(input))].filter((fileId) => areOwn([fileId], caller.openid));
    if (own.length === 0 || isUrgent(input)) return granted(undefined);
    try {
      const links = await linksWithin(own, limits.filesLookedFor);
      if (own.some((fileId) => !links.has(fileId))) return refused('FILE_NOT_UPLOADED');
    } catch (error) {
      log({ level: 'warning', what: 'filesNotLookedFor', facts: { files: own.length }, error });
    }
    return granted(undefined);
  };
}

/** What is called an emergency: `whenUploaded` asks nothing of it. */
export function isEmergency({ urgency }: { readonly urgency?: Urgency | undefined }): boolean {
  return urgency === 'emergency';
}
