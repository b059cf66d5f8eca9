import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** What a component would draw, as text. */
export function markup(element: ReactElement): string {
  return renderToStaticMarkup(element);
}

/** Its words only, as a reader sees them. */
export function words(element: ReactElement): string {
  return markup(element)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
