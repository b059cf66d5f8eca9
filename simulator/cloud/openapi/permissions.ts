import type { Caller } from '../core/callers';

/** [measured] The codes the SDK's own table gives; the function sees `errCode: -604101 function has no permission to call this API`. */
export const apiNotFound = -604100;
export const noPermission = -604101;

/** [document] Families of open interfaces that WeChat has and this cloud does not emulate. */
const absentFamilies = new Set(
  `analysis auth chattoolmsg cloudbase customerServiceMessage device hardwareDevice img immediateDelivery internet
  liveBroadcast logistics nearbyPoi newtmpl ocr officialAccount operation pluginManager redpacketcover riskControl search
  serviceMarket shortlink soter templateMessage uniformMessage updatableMessage urllink urlscheme wxa`.split(
    /\s+/,
  ),
);

/** `absent`: WeChat has it, this cloud says by name that it has not. `unknown`: nobody has heard of it. */
export type ApiStanding = 'emulated' | 'absent' | 'unknown';

export function standingOf(apiName: string, emulated: ReadonlySet<string>): ApiStanding {
  if (emulated.has(apiName)) return 'emulated';
  return absentFamilies.has(apiName.split('.', 1)[0] ?? '') ? 'absent' : 'unknown';
}

/** A function may call what its config.json lists under `permissions.openapi`; an outside script may call everything. */
export function mayCall(apiName: string, { openapiPermissions }: Caller): boolean {
  return openapiPermissions === undefined || openapiPermissions.includes(apiName);
}
