import * as glassEasel from 'glass-easel';
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
  glassEasel.addGlobalErrorListener(uncaught);
  for (const level of levels) {
    const original = console[level].bind(console);
    console[level] = (...args: unknown[]) => {
      original(...args);
      link.emit('App.logAdded', { type: level, args: args.map((one) => toPlain(one)) });
    };
  }
}

/**
 * The framework catches what a page's or a component's handlers, observers and life-cycles throw; WeChat tells the app of it. What
 * the framework finds wrong itself, under a name in brackets, stays on its console.
 */
function uncaught(error: unknown, place?: string): boolean {
  if (place?.startsWith('[')) return true;
  reportError(error);
  return false;
}

function describe(reason: unknown): string {
  if (reason instanceof Error) return reason.message;
  return typeof reason === 'string' ? reason : JSON.stringify(toPlain(reason));
}
