declare module 'react-dom/server' {
  import type { ReactElement } from 'react';
  /** The only part unit tests use; the package's own types are not installed. */
  export function renderToStaticMarkup(element: ReactElement): string;
}
