import type { InputElement } from '../builtins/input';
import type { MovableViewElement } from '../builtins/movable/movableElements';
import type { ScrollViewElement } from '../builtins/scrollView';
import type { SliderElement } from '../builtins/slider';
import type { SwiperElement } from '../builtins/swiper';
import type { SwitchElement } from '../builtins/switch';

type BuiltinFunction = (node: HTMLElement, args: readonly unknown[]) => unknown;

const write: BuiltinFunction = (node, [value]) => (node as InputElement).write(String(value ?? ''));
const scrollNode = (node: HTMLElement) => (node as ScrollViewElement).scrollNode;

/** What `Element.callFunction` may ask of a built-in, by the protocol's names. */
export const builtinFunctions: Readonly<Record<string, BuiltinFunction>> = {
  'input.input': write,
  'textarea.input': write,
  'switch.tap': (node) => (node as SwitchElement).toggle(),
  'slider.slideTo': (node, [value]) => (node as SliderElement).slideTo(Number(value)),
  'swiper.swipeTo': (node, [index]) => (node as SwiperElement).go(Number(index), 'touch'),
  'movable-view.moveTo': (node, [x, y]) => (node as MovableViewElement).moveTo(Number(x), Number(y)),
  'scroll-view.scrollTo': (node, [x, y]) =>
    scrollNode(node).scrollTo({ left: Number(x), top: Number(y), behavior: 'instant' }),
  'scroll-view.scrollTop': (node) => scrollNode(node).scrollTop,
  'scroll-view.scrollLeft': (node) => scrollNode(node).scrollLeft,
  'scroll-view.scrollWidth': (node) => scrollNode(node).scrollWidth,
  'scroll-view.scrollHeight': (node) => scrollNode(node).scrollHeight,
};
