import type { Shell } from '../shell/shell';

const sdkVersion = '3.8.12';

/** What the phone says of itself. Sizes in CSS pixels. */
export function systemApi(shell: Shell) {
  const device = { brand: 'devtools', model: 'Nuanlin Phone', system: 'iOS 17.0', platform: 'devtools' };
  const app = {
    SDKVersion: sdkVersion,
    version: '8.0.50',
    language: 'zh_CN',
    theme: 'light',
    fontSizeSetting: 16,
  };
  const windowInfo = () => ({
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: innerWidth,
    windowHeight: shell.windowHeight(),
    statusBarHeight: shell.statusBarHeight,
    screenTop: shell.windowTop(),
    safeArea: {
      left: 0,
      right: innerWidth,
      top: shell.statusBarHeight,
      bottom: innerHeight,
      width: innerWidth,
      height: innerHeight - shell.statusBarHeight,
    },
  });
  const all = () => ({ ...device, ...app, ...windowInfo(), benchmarkLevel: -1, enableDebug: false });
  return {
    getWindowInfo: windowInfo,
    getDeviceInfo: () => ({ ...device, benchmarkLevel: -1, abi: 'x86_64', memorySize: 4096 }),
    getAppBaseInfo: () => ({ ...app, enableDebug: false, host: { appId: '' } }),
    getSystemInfoSync: all,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
      plugin: {},
    }),
  };
}
