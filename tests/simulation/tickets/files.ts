import { createHash } from 'node:crypto';
import { defaultSettings } from '../../../simulator/cloud/core/settings';
import { fileIdOf } from '../../../simulator/cloud/storage/paths';

/** The id of a file in this person's own folder, as docs/tickets.md says where that lies. */
export function fileOf(openid: string, name: string): string {
  const key = createHash('sha256').update(`files of ${openid}`).digest('base64url').slice(0, 24);
  return fileIdOf(defaultSettings.envId, `people/${key}/${name}`);
}
