import { gcj02ToWgs84 } from '../system/coordinates';
import type { PhoneSystem } from '../system/phoneSystem';
import { askForPlace, showPlace } from '../system/placePages';
import { type Fix, track } from '../system/track';
import { ApiRefusal, asynchronous, byConvention, performing } from './convention';

/** Milliseconds between two fixes. [measured: community, staff: 30 s in development and trial builds] */
const interval = 30_000;
const tooOften = '频繁调用会增加电量损耗，可考虑使用 wx.onLocationChange 监听地理位置变化';

/** How a second call within 30 s fares: a development build fails, a released one is told the first fix again. [measured] */
export type LocationRule = 'develop' | 'release';

export class LocationGuard {
  rule: LocationRule = 'develop';
  private last: { readonly at: number; readonly fix: Fix } | undefined;

  set(rule: LocationRule): void {
    this.rule = rule;
    this.last = undefined;
  }

  take(): Fix {
    const { last } = this;
    if (last && Date.now() - last.at < interval) {
      if (this.rule === 'develop') throw new ApiRefusal(tooOften);
      return last.fix;
    }
    this.last = { at: Date.now(), fix: track.now };
    return track.now;
  }
}

/** Where the phone is, and places on a map. */
export function locationApi(system: PhoneSystem, guard: LocationGuard) {
  const { privacy, raw, prompts } = system;
  return {
    getLocation: asynchronous('getLocation', async ({ type = 'wgs84' }) => {
      await mayLocate(system);
      const fix = guard.take();
      const place = type === 'gcj02' ? fix : { ...fix, ...gcj02ToWgs84(fix) };
      return { ...place, horizontalAccuracy: fix.accuracy, verticalAccuracy: 0 };
    }),
    chooseLocation: asynchronous('chooseLocation', async () => {
      mustBeDeclared(raw, 'chooseLocation');
      await privacy.need('位置信息', 'chooseLocation', 103);
      const place = await askForPlace(prompts, track);
      if (!place) throw new ApiRefusal('cancel');
      return { ...place };
    }),
    openLocation: performing('openLocation', ({ latitude, longitude, name = '', address = '' }) => {
      if (typeof latitude !== 'number' || typeof longitude !== 'number')
        throw new ApiRefusal('parameter error: parameter.latitude should be Number instead of Undefined;');
      showPlace({ latitude, longitude, name, address });
    }),
    ...continuous(raw),
  };
}

/** Where a map draws the user: with the same consent, without the 30 s. [guess: `show-location` keeps moving] */
export async function locate(system: PhoneSystem): Promise<Fix> {
  await mayLocate(system);
  return track.now;
}

async function mayLocate({ raw, privacy, permissions }: PhoneSystem): Promise<void> {
  mustBeDeclared(raw, 'getLocation');
  await privacy.need('位置信息', 'getLocation', 103);
  await permissions.need('scope.userLocation');
}

/** Continuous location belongs to categories that a property company has not: it is refused, as WeChat refuses it. [doc] */
function continuous(raw: PhoneSystem['raw']) {
  const refuse = (name: string) =>
    byConvention(name, () => {
      mustBeDeclared(raw, name);
      throw new ApiRefusal('no permission: the category of this mini-program does not open it', { errno: 3 });
    });
  const nothing = () => {};
  return {
    startLocationUpdate: refuse('startLocationUpdate'),
    startLocationUpdateBackground: refuse('startLocationUpdateBackground'),
    stopLocationUpdate: byConvention('stopLocationUpdate', nothing),
    // There is never anything to hear.
    onLocationChange: nothing,
    offLocationChange: nothing,
    onLocationChangeError: nothing,
    offLocationChangeError: nothing,
  };
}

/** [doc: since 2022-07-14; measured: the words] */
function mustBeDeclared(raw: PhoneSystem['raw'], name: string): void {
  const declared = (raw.requiredPrivateInfos as readonly string[] | undefined) ?? [];
  if (declared.includes(name)) return;
  throw new ApiRefusal('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json');
}
