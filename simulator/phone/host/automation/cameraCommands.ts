import { showCode } from '../builtins/media/cameraElement';

type Params = Record<string, unknown>;

/** What tests and devtools may hold before a `<camera mode="scanCode">`. */
export const cameraCommands = {
  'Phone.showCode': ({ result, type = 'qrcode', charSet = 'UTF-8' }: Params) => {
    if (!showCode({ result: String(result), type: String(type), charSet: String(charSet) }))
      throw new Error('no camera that reads codes is on the screen');
  },
};
