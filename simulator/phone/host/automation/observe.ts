import type { MiniApp } from '../app';
import type { Link } from '../link';
import { toPlain } from './plain';

const levels = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Tells the outside of every uncaught exception; of console output once `App.enableLog` asked for it. */
export function observeApp(link: Link, app: MiniApp): void {
  const report = (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: '' };
    link.emit('App.exceptionThrown', {
      exception: { exceptionDetails: { text: message, stack }, message, stack },
    });
    app.failed(`${message}\n${stack ?? ''}`);
  };
  addEventListener('error', (event) => report(event.error ?? event.message));
  addEventListener('unhandledrejection', (event) => {
    link.emit('App.exceptionThrown', { exception: { message: describe(event.reason), stack: '' } });
    app.unhandled(event.reason);
  });
  for (const level of levels) {
    const original = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      original(...args);
      link.emit('App.logAdded', { type: level, args: args.map((one) => toPlain(one)) });
    };
  }
}

function describe(reason: unknown): string {
  if (reason instanceof Error) return reason.message;
  return typeof reason === 'string' ? reason : JSON.stringify(toPlain(reason));
}
