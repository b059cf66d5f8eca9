import type { PageStack } from '../pages/stack';
import { ApiRefusal, performing, type Wx } from './convention';
import { giveComponentsSelectorQuery, SelectorQuery } from './selectorQuery';

/** What a page asks of its own view: scrolling, refreshing, places of its nodes. */
export function pageApi(stack: PageStack) {
  const top = () => {
    const page = stack.top();
    if (!page) throw new ApiRefusal('no page is open');
    return page;
  };
  giveComponentsSelectorQuery(() => stack.top());
  return {
    pageScrollTo: performing('pageScrollTo', async ({ scrollTop, selector, duration = 300 }) => {
      const page = top();
      const target = selector ? page.scroller.querySelector(selector) : undefined;
      if (selector && !target) throw new ApiRefusal(`selector ${selector} is not found`);
      const offset = target
        ? target.getBoundingClientRect().top -
          page.frame.getBoundingClientRect().top +
          page.scroller.scrollTop
        : (scrollTop ?? 0);
      page.scroller.scrollTo({ top: offset, behavior: duration > 0 ? 'smooth' : 'instant' });
    }),
    startPullDownRefresh: performing('startPullDownRefresh', () => top().pullDown()),
    stopPullDownRefresh: performing('stopPullDownRefresh', () => top().stopPullDown()),
    hideKeyboard: performing('hideKeyboard', () => {
      const active = document.activeElement;
      if (active instanceof HTMLElement) active.blur();
    }),
    nextTick: ((callback) => {
      setTimeout(callback as () => void);
    }) satisfies Wx['nextTick'],
    createSelectorQuery: () => new SelectorQuery(() => stack.top()),
    createIntersectionObserver: (
      scope: { createIntersectionObserver(options?: object): unknown },
      options?: object,
    ) => (scope ?? top().instance).createIntersectionObserver(options),
  };
}
