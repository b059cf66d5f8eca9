import { byConvention } from './convention';
import type { Gateway } from './gateway';

/** `wx.cloud`, answered by the local cloud as the user this phone belongs to. */
export function cloudApi(gateway: Gateway) {
  let initialised = false;
  const needInit = () => {
    if (!initialised) throw new Error("Cloud API isn't enabled, please call wx.cloud.init first");
  };
  return {
    init: () => {
      initialised = true;
    },
    callFunction: byConvention('cloud.callFunction', (options) => {
      const { name, data } = options as ICloud.CallFunctionParam;
      needInit();
      return gateway.ask('/call', { name, data: data ?? {} });
    }),
  };
}
