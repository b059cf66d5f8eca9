import type { Evidence } from '../core/evidence';

export const evidence: Evidence[] = [
  {
    behaviour:
      'upload is getUploadMetadata, then PUT with signature and token; success is an empty 200, refusal is XML',
    kind: 'measured',
    source: '@cloudbase/node-sdk 3.17.2 and its suite',
  },
  {
    behaviour: 'tempFileURL is not URL-encoded; an id of another form gives STORAGE_FILE_NONEXIST',
    kind: 'measured',
    source: "the vendor's own suite",
  },
  {
    behaviour: 'at most 50 files in one call, INVALID_PARAM beyond',
    kind: 'measured',
    source: "the vendor's own suite; Cloud.deleteFile, Cloud.getTempFileURL",
  },
  {
    behaviour: 'path: no leading or double slash, at most 850 bytes, no control characters',
    kind: 'document',
    source: 'WeChat guide 文件名命名限制',
  },
  {
    behaviour: 'a link works for 10 minutes, on the business clock',
    kind: 'document',
    source: 'Cloud.getTempFileURL: 10 minutes for private files (the guide says 2 hours)',
  },
  {
    behaviour: 'links to files that everybody may read run out too',
    kind: 'guess',
    source: 'Cloud.getTempFileURL says they do not; the stricter reading keeps products from storing links',
  },
  { behaviour: 'max_age is obeyed up to a day', kind: 'guess', source: 'no page names the most' },
  {
    behaviour: 'a file uploaded by a function belongs to nobody',
    kind: 'guess',
    source: 'the console shows no uploader for such files',
  },
  {
    behaviour: 'a file has at most 50 MB',
    kind: 'guess',
    source: 'error -403001 exists; no page names the limit',
  },
  {
    behaviour: 'an upload permit lasts 15 minutes of real time',
    kind: 'guess',
    source: 'object storage habit',
  },
  { behaviour: 'deleting a missing file is STORAGE_FILE_NONEXIST', kind: 'guess', source: 'as for links' },
  {
    behaviour: 'getFileAuthority answers read for the asked type under the storage rules',
    kind: 'guess',
    source: 'the field names are the typings of node-sdk 3.17.2',
  },
  {
    behaviour: 'copyFile: STORAGE_FILE_EXIST when overwrite is false',
    kind: 'guess',
    source: 'the field names are the typings of node-sdk 3.17.2',
  },
];
