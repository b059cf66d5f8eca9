import type { Page } from 'playwright-core';

/**
 * Milliseconds from the lifting of the finger until the frame that shows `shown` has been painted, by the phone's own clock. A tap
 * through automation costs more than that before the finger (is the button there, at rest, uncovered) and after the frame (its polling);
 * no person waits for either. `shown` is a CSS selector of something that is not there yet.
 */
export async function tapToFrame(page: Page, tap: () => Promise<void>, shown: string): Promise<number> {
  await page.evaluate(watching(shown));
  await tap();
  return page.evaluate<number>('window.tapToFrame');
}

function watching(shown: string): string {
  return `window.tapToFrame = new Promise((resolve) => {
    let lifted;
    addEventListener('pointerup', ({ timeStamp }) => { lifted = timeStamp; }, { capture: true, once: true });
    const watcher = new MutationObserver(() => {
      if (lifted === undefined || !document.querySelector(${JSON.stringify(shown)})) return;
      watcher.disconnect();
      // What is asked for before a frame runs before it is painted, what that puts off runs after it.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - lifted)));
    });
    watcher.observe(document.body, { childList: true, subtree: true });
  });
  0`;
}
