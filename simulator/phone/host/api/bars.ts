import type { PageStack } from '../pages/stack';
import type { BarLook, Shell } from '../shell/shell';
import { ApiRefusal, performing, type Wx } from './convention';

/** Navigation bar and tab bar. */
export function barsApi(stack: PageStack, shell: Shell) {
  const change = (look: BarLook) => {
    const top = stack.top();
    if (!top) throw new ApiRefusal('no page is open');
    shell.changeLook(top, look);
    stack.presentTop();
  };
  return {
    setNavigationBarTitle: performing('setNavigationBarTitle', ({ title }) =>
      change({ navigationBarTitleText: title }),
    ),
    setNavigationBarColor: performing('setNavigationBarColor', ({ frontColor, backgroundColor }) =>
      change({
        navigationBarTextStyle: frontColor === '#000000' ? 'black' : 'white',
        navigationBarBackgroundColor: backgroundColor,
      }),
    ),
    setBackgroundColor: performing('setBackgroundColor', ({ backgroundColor }) =>
      change(backgroundColor ? { backgroundColor } : {}),
    ),
    setBackgroundTextStyle: performing('setBackgroundTextStyle', () => {}),
    showNavigationBarLoading: performing('showNavigationBarLoading', () => shell.showSpinner(true)),
    hideNavigationBarLoading: performing('hideNavigationBarLoading', () => shell.showSpinner(false)),
    hideHomeButton: performing('hideHomeButton', () => {}),
    getMenuButtonBoundingClientRect: (() => {
      const { left, top, right, bottom, width, height } = shell.capsuleRect();
      return { left, top, right, bottom, width, height };
    }) satisfies Wx['getMenuButtonBoundingClientRect'],
    // The capsule keeps its size here: nobody is ever told.
    onMenuButtonBoundingClientRectWeightChange: () => {},
    offMenuButtonBoundingClientRectWeightChange: () => {},
    ...tabBarApi(stack, shell),
  };
}

function tabBarApi(stack: PageStack, shell: Shell) {
  const { tabBar } = shell;
  // These work on tab pages only. [doc]
  const check = (index?: number) => {
    if (!stack.isTab(stack.top()?.path ?? '')) throw new ApiRefusal('not TabBar page');
    if (index !== undefined && !(index >= 0 && index < tabBar.size))
      throw new ApiRefusal('tabBar item not found');
  };
  const item = (index: number, state: Parameters<typeof tabBar.change>[1]) => {
    check(index);
    tabBar.change(index, state);
  };
  return {
    setTabBarBadge: performing('setTabBarBadge', ({ index, text }) =>
      item(index, { badge: text, dot: false }),
    ),
    removeTabBarBadge: performing('removeTabBarBadge', ({ index }) => item(index, { badge: undefined })),
    showTabBarRedDot: performing('showTabBarRedDot', ({ index }) => item(index, { dot: true })),
    hideTabBarRedDot: performing('hideTabBarRedDot', ({ index }) => item(index, { dot: false })),
    setTabBarItem: performing('setTabBarItem', ({ index, text, iconPath, selectedIconPath }) =>
      item(index, {
        ...(text ? { text } : {}),
        ...(iconPath ? { iconPath } : {}),
        ...(selectedIconPath ? { selectedIconPath } : {}),
      }),
    ),
    setTabBarStyle: performing('setTabBarStyle', (style) => {
      check();
      tabBar.dress(style as Parameters<typeof tabBar.dress>[0]);
    }),
    showTabBar: performing('showTabBar', () => {
      check();
      tabBar.setHidden(false);
    }),
    hideTabBar: performing('hideTabBar', () => {
      check();
      tabBar.setHidden(true);
    }),
  };
}
