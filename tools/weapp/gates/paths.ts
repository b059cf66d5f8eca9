/**
 * The path from the mini-program's root that `target`, written in the file `from`, names; undefined when it leaves the root.
 * A leading slash is the root, as everywhere in WeChat.
 */
export function resolveTarget(from: string, target: string): string | undefined {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') {
      if (steps.length === 0) return undefined;
      steps.pop();
    } else steps.push(step);
  }
  return steps.join('/');
}

/** Whether a reference leads out of the package: addresses, data and cloud files, plugins. */
export function isOutside(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//');
}
