import { toBase64 } from '../system/localFiles';
import type { PhoneSystem } from '../system/phoneSystem';
import { scan } from '../system/scanner';
import { ApiRefusal, asynchronous } from './convention';

type Result = WechatMiniprogram.ScanCodeSuccessCallbackResult;

/** The scanner. It needs no scope: WeChat itself looks through the camera. [doc] */
export function scanApi({ prompts }: PhoneSystem) {
  return {
    scanCode: asynchronous(
      'scanCode',
      async ({ onlyFromCamera = false, scanType = ['barCode', 'qrCode'] }) => {
        const scanned = await scan(prompts, onlyFromCamera);
        if (!scanned) throw new ApiRefusal('cancel');
        const isQr = scanned.scanType === 'QR_CODE' || scanned.scanType === 'WX_CODE';
        // The camera goes on looking for what was asked for; a test is told instead of kept waiting.
        if (isQr && !scanType.some((type) => type === 'qrCode' || type === 'wxCode'))
          throw new ApiRefusal(
            `a code of type ${scanned.scanType} was shown, but scanType is ${scanType.join(', ')}`,
          );
        return {
          result: scanned.result,
          scanType: scanned.scanType as Result['scanType'],
          charSet: 'UTF-8',
          path: scanned.path,
          rawData: toBase64(new TextEncoder().encode(scanned.result)),
        };
      },
    ),
  };
}
