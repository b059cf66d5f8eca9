/** `750rpx` is the width of the screen; 100vh is the height of a page, which lies below the navigation bar. [doc] */
export function resolveUnits(value: string): string {
  return value
    .replace(/(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, 'calc(100vw * $1 / 750)')
    .replace(/(?<![\w#-])(-?(?:\d+\.?\d*|\.\d+))vh\b/g, 'calc(var(--page-height, 100vh) * $1 / 100)');
}
