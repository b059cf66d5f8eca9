import type { Gate } from './gate';

/** Every script is one: WeChat's offline compile does not look into scripts that it need not translate. [measured] */
export const scripts: Gate = {
  name: 'scripts',
  check(miniprogram) {
    const files = miniprogram.withSuffix('.js');
    const findings = files.flatMap((file) => {
      const { syntaxError } = miniprogram.script(file);
      if (!syntaxError) return [];
      return [{ file, line: syntaxError.line, message: syntaxError.message, advice: 'correct the syntax' }];
    });
    return { findings, figures: { files: files.length } };
  },
};
