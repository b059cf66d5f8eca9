import Taro from '@tarojs/taro';

/** How much larger than usual the person has set WeChat's text: 1 is usual, 关怀模式 sets 1.4. */
export function fontFactor(): number {
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number; fontSizeSetting?: number };
  // The factor is younger than the size, which is 16 at factor 1.
  return info.fontSizeScaleFactor ?? (info.fontSizeSetting ?? 16) / 16;
}

/** CSS pixels that WeChat's own things take at the top, where a page draws its bar itself. */
export interface TopBar {
  readonly statusBar: number;
  /** Between the status bar and the page: as high as WeChat's own bar. */
  readonly height: number;
  /** From the right edge to the left of WeChat's capsule. */
  readonly capsule: number;
}

export function topBar(): TopBar {
  const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const margin = Math.max(0, capsule.top - statusBarHeight);
  return {
    statusBar: statusBarHeight,
    height: capsule.height + margin * 2,
    capsule: windowWidth - capsule.left,
  };
}

/** Whether there is a network now, and whenever that changes; returns how to stop listening. */
export function watchNetwork(tell: (isOnline: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => tell(isConnected);
  Taro.onNetworkStatusChange(changed);
  void Taro.getNetworkType().then(
    ({ networkType }) => tell(networkType !== 'none'),
    () => undefined,
  );
  return () => Taro.offNetworkStatusChange(changed);
}

/** Whether the phone says that it has a network; where it cannot say, it has. */
export async function isOnline(): Promise<boolean> {
  try {
    return (await Taro.getNetworkType()).networkType !== 'none';
  } catch {
    return true;
  }
}

/** WeChat's own text for a number to call; asks the person first. */
export function callPhone(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}

export function copyText(data: string): void {
  void Taro.setClipboardData({ data }).catch(() => undefined);
}

/** Asks once, in words, before something is taken away. */
export async function isSure(title: string, content: string, confirmText: string): Promise<boolean> {
  const { confirm } = await Taro.showModal({ title, content, confirmText, cancelText: '不了' });
  return confirm;
}

/** Says in passing that something is done. */
export function say(title: string): void {
  void Taro.showToast({ title, icon: 'none' }).catch(() => undefined);
}

export function endPullDown(): void {
  Taro.stopPullDownRefresh();
}

/** Care mode has no tab bar; fails quietly on pages that are no tab. */
export function showTabBar(isShown: boolean): void {
  const change = isShown ? Taro.showTabBar : Taro.hideTabBar;
  void change({ animation: false }).catch(() => undefined);
}

/** The number beside 消息; 0 takes it away. */
export function badgeMessages(count: number): void {
  const index = 2;
  const change =
    count > 0
      ? Taro.setTabBarBadge({ index, text: count > 99 ? '99+' : String(count) })
      : Taro.removeTabBarBadge({ index });
  void change.catch(() => undefined);
}

/** The page's title in WeChat's bar. */
export function titleIs(title: string): void {
  void Taro.setNavigationBarTitle({ title }).catch(() => undefined);
}

/** Fetches a file and lets WeChat show it; the person can send it on from there. */
export async function openFile(url: string, fileType: 'xlsx' | 'pdf'): Promise<void> {
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true });
  } catch {
    say('文件没有打开，请检查网络后再试');
  }
}

/** Scans a code: what it says, or where it leads; undefined where the person turned back. */
export async function scanCode(): Promise<string | undefined> {
  try {
    // A code of our own mini-program has a path and an empty result.
    const { result, path } = await Taro.scanCode({});
    return result || path || undefined;
  } catch {
    return undefined;
  }
}
