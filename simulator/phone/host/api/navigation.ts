import { EventChannel } from '../pages/eventChannel';
import type { PageStack } from '../pages/stack';
import { asynchronous, performing } from './convention';

export function navigationApi(stack: PageStack) {
  const route = (name: 'redirectTo' | 'reLaunch' | 'switchTab') =>
    asynchronous(name, async ({ url }) => {
      await stack[name](url as string);
      return undefined;
    });
  return {
    navigateTo: asynchronous('navigateTo', async ({ url, events }) => {
      const eventChannel = new EventChannel(events);
      await stack.navigateTo(url, eventChannel);
      return { eventChannel: eventChannel as never };
    }),
    redirectTo: route('redirectTo'),
    reLaunch: route('reLaunch'),
    switchTab: route('switchTab'),
    navigateBack: performing('navigateBack', async ({ delta }) => {
      await stack.navigateBack(typeof delta === 'number' ? delta : 1);
    }),
  };
}
