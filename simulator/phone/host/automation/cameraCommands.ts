import { holdBeforeCameras, showCode } from '../builtins/media/cameraElement';

type Params = Record<string, unknown>;

/** What tests and devtools may hold before a `<camera>`: a picture, or a code for it to read. */
export const cameraCommands = {
  'Phone.showCode': ({ result, type, charSet }: Params) =>
    showCode({ result: String(result), type: String(type ?? 'qrcode'), charSet: String(charSet ?? 'UTF-8') }),
  'Phone.holdBeforeCameras': ({ picture }: Params) =>
    holdBeforeCameras(picture === undefined || picture === null ? undefined : String(picture)),
};
