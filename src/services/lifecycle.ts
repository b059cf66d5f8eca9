/** A page's life cycle in WeChat; pages and hooks take it from here, so that only services know Taro's interfaces. */
export {
  useDidHide,
  useDidShow,
  useLoad,
  usePullDownRefresh,
  useReachBottom,
  useRouter,
  useShareAppMessage,
} from '@tarojs/taro';
