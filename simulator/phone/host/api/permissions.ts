import { openTypes } from '../builtins/openTypes';
import type { PhoneSystem } from '../system/phoneSystem';
import { openSettingsPage } from '../system/settingsPage';
import type { Subscriptions } from '../system/subscribeSheet';
import { needsTap, userGesture } from '../system/userGesture';
import { asynchronous, byConvention, type Wx } from './convention';

/** Which kind of information a scope touches: asking for it needs consent to the privacy guide first. [doc] */
const kindOf = {
  'scope.userLocation': '位置信息',
  'scope.userFuzzyLocation': '位置信息',
  'scope.record': '麦克风',
  'scope.camera': '摄像头',
  'scope.writePhotosAlbum': '相册（仅写入）',
  'scope.bluetooth': '蓝牙',
} as const;

/** Permissions: asked for once, kept, changed on the settings page. */
export function permissionsApi(system: PhoneSystem) {
  const { permissions, privacy, gateway } = system;
  const subscriptions = async () => (await gateway.look('/subscriptions')) as unknown as Subscriptions;
  const setting = async (withSubscriptions: boolean) => ({
    authSetting: permissions.all() as WechatMiniprogram.AuthSetting,
    ...(withSubscriptions ? { subscriptionsSetting: plain(await subscriptions()) } : {}),
  });
  const openSetting = async (withSubscriptions = false) => {
    await openSettingsPage(system, withSubscriptions ? await subscriptions() : undefined);
    return setting(withSubscriptions);
  };
  openTypes.add('openSetting', async (button) => {
    button.emit('opensetting', { errMsg: 'openSetting:ok', ...(await openSetting()) });
  });
  return {
    authorize: byConvention('authorize', async (options) => {
      const { scope = '' } = options as { scope?: string };
      const kind = kindOf[scope as keyof typeof kindOf];
      if (kind) await privacy.need(kind, 'authorize', 103);
      await permissions.need(scope);
    }),
    getSetting: asynchronous('getSetting', ({ withSubscriptions = false }) => setting(withSubscriptions)),
    openSetting: asynchronous('openSetting', ({ withSubscriptions = false }) => {
      // [doc: since 2.3.0 only after a tap]
      if (!userGesture.isOn) throw new Error(needsTap);
      return openSetting(withSubscriptions);
    }),
    getSystemSetting: (() => ({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    })) satisfies Wx['getSystemSetting'],
    getAppAuthorizeSetting: (() => everythingAuthorized) satisfies Wx['getAppAuthorizeSetting'],
  };
}

function plain({ mainSwitch, itemSettings }: Subscriptions): WechatMiniprogram.SubscriptionsSetting {
  return { mainSwitch, itemSettings: { ...itemSettings } };
}

/** What the phone's own settings allow WeChat: everything. */
const everythingAuthorized = {
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'authorized',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'authorized',
  notificationAlertAuthorized: 'authorized',
  notificationAuthorized: 'authorized',
  notificationBadgeAuthorized: 'authorized',
  notificationSoundAuthorized: 'authorized',
  phoneCalendarAuthorized: 'authorized',
} as const;
