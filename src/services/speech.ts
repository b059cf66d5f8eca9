/** WeChat's own speech plugin (同声传译), as far as recording uses it. */
export interface SpeechRecorder {
  onStart: () => void;
  onStop: (said: {
    readonly tempFilePath: string;
    readonly duration: number;
    readonly result: string;
  }) => void;
  onError: (error: { readonly msg: string }) => void;
  start(options: { readonly duration: number; readonly lang: 'zh_CN' }): void;
  stop(): void;
}

interface SpeechPlugin {
  getRecordRecognitionManager(): SpeechRecorder;
}

/**
 * The recorder that also writes down what is said: there where app.json names the plugin `WechatSI`, which the company adds in WeChat's
 * console (docs/screens.md). Undefined without it.
 */
export function speechRecorder(): SpeechRecorder | undefined {
  try {
    return (requirePlugin('WechatSI') as SpeechPlugin).getRecordRecognitionManager();
  } catch {
    return undefined;
  }
}
