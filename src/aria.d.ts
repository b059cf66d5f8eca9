import '@tarojs/components';

/** What config/aria adds to Taro's templates and Taro's types do not name. */
declare module '@tarojs/components/types/common' {
  interface StandardProps {
    /** Screen readers leave it out. */
    ariaHidden?: boolean;
    ariaRole?: string;
    ariaLabel?: string;
  }
}
