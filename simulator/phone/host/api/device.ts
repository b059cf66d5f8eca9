import type { Shell } from '../shell/shell';
import { ApiRefusal, asynchronous, performing } from './convention';

/** What the phone itself has: clipboard, screen, motor, dialler. */
export function deviceApi(shell: Shell) {
  const state = { clipboard: '', brightness: 0.5, keepsScreenOn: false };
  return {
    setClipboardData: performing('setClipboardData', ({ data }) => {
      if (typeof data !== 'string') throw new ApiRefusal('parameter error: parameter.data should be String');
      state.clipboard = data;
      shell.dialogs.toast('toast', '内容已复制', 'none', 1500);
    }),
    getClipboardData: asynchronous('getClipboardData', () => ({ data: state.clipboard })),
    setScreenBrightness: performing('setScreenBrightness', ({ value }) => {
      if (!(value >= 0 && value <= 1)) throw new ApiRefusal('value should be between 0 and 1');
      state.brightness = value;
    }),
    getScreenBrightness: asynchronous('getScreenBrightness', () => ({ value: state.brightness })),
    setKeepScreenOn: performing('setKeepScreenOn', ({ keepScreenOn }) => {
      state.keepsScreenOn = keepScreenOn;
    }),
    vibrateShort: performing('vibrateShort', () => {}),
    vibrateLong: performing('vibrateLong', () => {}),
    makePhoneCall: performing('makePhoneCall', async ({ phoneNumber }) => {
      if (!phoneNumber) throw new ApiRefusal('parameter error: parameter.phoneNumber should be String');
      const { choice } = await shell.dialogs.ask({
        content: `呼叫 ${phoneNumber}`,
        choices: [{ text: '取消' }, { text: '呼叫' }],
      });
      if (choice === 0) throw new ApiRefusal('cancel');
    }),
  };
}
