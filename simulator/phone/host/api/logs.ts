import type { Wx } from './convention';

type Level = 'debug' | 'info' | 'log' | 'warn' | 'error';

/** Logs that WeChat would carry to its own servers: here they are written to the console, where the devtools show them. */
export function logsApi() {
  const write =
    (whose: string, level: Level) =>
    (...words: unknown[]) => {
      console[level](`[${whose}]`, ...words);
    };
  return {
    getLogManager: (() => ({
      debug: write('LogManager', 'debug'),
      info: write('LogManager', 'info'),
      log: write('LogManager', 'log'),
      warn: write('LogManager', 'warn'),
    })) satisfies Wx['getLogManager'],
    getRealtimeLogManager: () => realtimeManager(write),
  };
}

/** Messages that are filtered for on WeChat's site: the latest, for those that come after. */
function realtimeManager(write: (whose: string, level: Level) => (...words: unknown[]) => void) {
  const filters: string[] = [];
  const name = () => (filters.length > 0 ? `RealtimeLog ${filters.join(' ')}` : 'RealtimeLog');
  const by =
    (level: Level) =>
    (...words: unknown[]) =>
      write(name(), level)(...words);
  return {
    info: by('info'),
    warn: by('warn'),
    error: by('error'),
    setFilterMsg: (message: string) => void filters.splice(0, filters.length, message),
    addFilterMsg: (message: string) => void filters.push(message),
  };
}
