import type { PageStack } from '../pages/stack';
import { asynchronous } from './convention';

export function navigationApi(stack: PageStack) {
  const route = (name: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab') =>
    asynchronous(name, async ({ url }) => {
      await stack[name](url as string);
    });
  return {
    navigateTo: route('navigateTo'),
    redirectTo: route('redirectTo'),
    reLaunch: route('reLaunch'),
    switchTab: route('switchTab'),
    navigateBack: asynchronous('navigateBack', async ({ delta }) => {
      await stack.navigateBack(typeof delta === 'number' ? delta : 1);
    }),
  };
}
