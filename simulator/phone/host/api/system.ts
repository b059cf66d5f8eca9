import type { Shell } from '../shell/shell';
import { device } from '../system/device';
import { network } from '../system/network';
import { theme } from '../system/theme';
import { asynchronous, type Wx } from './convention';

const sdkVersion = '3.8.12';
const machine = {
  brand: 'devtools',
  model: 'Nuanlin Phone',
  system: 'iOS 17.0',
  platform: 'devtools',
  benchmarkLevel: -1,
} as const;

/** What the phone says of itself. Sizes in CSS pixels. */
export function systemApi(shell: Shell, appid: string) {
  const base = () => ({
    SDKVersion: sdkVersion,
    version: '8.0.50',
    language: 'zh_CN',
    ...(theme.told ? { theme: theme.told } : {}),
    enableDebug: false,
    fontSizeSetting: device.fontSizeSetting,
    host: { env: 'WeChat', appId: '', version: 0 },
  });
  const all = () =>
    ({
      ...machine,
      ...base(),
      ...windowInfo(shell),
      ...authorized,
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: network.state === 'online',
      deviceOrientation: 'portrait' as const,
    }) satisfies ReturnType<Wx['getSystemInfoSync']>;
  return {
    getWindowInfo: (() => windowInfo(shell)) satisfies Wx['getWindowInfo'],
    getDeviceInfo: (() => ({
      ...machine,
      abi: 'x86_64',
      deviceAbi: 'x86_64',
      cpuType: 'simulator',
      memorySize: '4096',
    })) satisfies Wx['getDeviceInfo'],
    getAppBaseInfo: (() => ({
      ...base(),
      fontSizeScaleFactor: device.fontSizeScaleFactor,
      PCKernelVersion: '',
    })) satisfies Wx['getAppBaseInfo'],
    getSystemInfoSync: all,
    getSystemInfo: asynchronous('getSystemInfo', all),
    getSystemInfoAsync: asynchronous('getSystemInfoAsync', all),
    getAccountInfoSync: (() => ({
      miniProgram: { appId: appid, envVersion: 'develop', version: '' },
      plugin: { appId: '', version: '' },
    })) satisfies Wx['getAccountInfoSync'],
  };
}

const authorized = {
  albumAuthorized: true,
  cameraAuthorized: true,
  locationAuthorized: true,
  locationReducedAccuracy: false,
  microphoneAuthorized: true,
  notificationAuthorized: true,
  notificationAlertAuthorized: true,
  notificationBadgeAuthorized: true,
  notificationSoundAuthorized: true,
  phoneCalendarAuthorized: true,
} as const;

function windowInfo(shell: Shell) {
  return {
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
      bottom: innerHeight - homeBar,
      width: innerWidth,
      height: innerHeight - shell.statusBarHeight - homeBar,
    },
  };
}

/** The strip below, of a phone with a notch. [measured: iPhone X in DevTools] */
const homeBar = 34;
