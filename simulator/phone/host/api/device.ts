import { device } from '../system/device';
import type { PhoneSystem } from '../system/phoneSystem';
import { ApiRefusal, asynchronous, performing, type Wx } from './convention';

type CaptureListener = () => void;

/** What the phone itself has: clipboard, screen, motor, dialler. */
export function deviceApi(system: PhoneSystem, capture: Set<CaptureListener>) {
  return {
    ...clipboardApi(system),
    ...screenApi(capture),
    vibrateShort: performing('vibrateShort', ({ type = 'medium' }) => {
      if (!['heavy', 'medium', 'light'].includes(type)) throw new ApiRefusal('style is not support');
      device.vibrate(type);
    }),
    vibrateLong: performing('vibrateLong', () => device.vibrate('long')),
    makePhoneCall: performing('makePhoneCall', async ({ phoneNumber }) => {
      if (!phoneNumber) throw new ApiRefusal('parameter error: parameter.phoneNumber should be String');
      const { choice } = await system.shell.dialogs.ask({
        content: `呼叫 ${phoneNumber}`,
        choices: [{ text: '取消' }, { text: '呼叫' }],
      });
      if (choice === 0) throw new ApiRefusal('cancel');
      device.calls.push(phoneNumber);
    }),
    getBatteryInfo: asynchronous('getBatteryInfo', () => battery),
    getBatteryInfoSync: (() => battery) satisfies Wx['getBatteryInfoSync'],
  };
}

const battery = { level: 80, isCharging: false, isLowPowerModeEnabled: false };

function clipboardApi({ shell, privacy }: PhoneSystem) {
  return {
    setClipboardData: performing('setClipboardData', async ({ data }) => {
      if (typeof data !== 'string') throw new ApiRefusal('parameter error: parameter.data should be String');
      await privacy.need('剪切板', 'setClipboardData');
      device.clipboard = data;
      shell.dialogs.toast('toast', '内容已复制', 'none', 1500);
    }),
    getClipboardData: asynchronous('getClipboardData', async () => {
      await privacy.need('剪切板', 'getClipboardData');
      return { data: device.clipboard };
    }),
  };
}

function screenApi(capture: Set<CaptureListener>) {
  return {
    setScreenBrightness: performing('setScreenBrightness', ({ value }) => {
      if (!(value >= 0 && value <= 1)) throw new ApiRefusal('value should be between 0 and 1');
      device.setBrightness(value);
    }),
    getScreenBrightness: asynchronous('getScreenBrightness', () => ({ value: device.brightness })),
    setKeepScreenOn: performing('setKeepScreenOn', ({ keepScreenOn }) => {
      device.keepsScreenOn = keepScreenOn;
    }),
    setVisualEffectOnCapture: performing('setVisualEffectOnCapture', ({ visualEffect }) => {
      if (visualEffect !== 'none' && visualEffect !== 'hidden')
        throw new ApiRefusal('parameter error: parameter.visualEffect should be none or hidden');
      device.visualEffectOnCapture = visualEffect;
    }),
    onUserCaptureScreen: (listener: CaptureListener) => void capture.add(listener),
    offUserCaptureScreen: (listener?: CaptureListener) =>
      listener ? void capture.delete(listener) : capture.clear(),
  };
}
