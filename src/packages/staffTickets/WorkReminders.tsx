import { Reminders } from '@/components';
import type { Consent } from '@/hooks/useConsent';
import { workRemindersWords } from './workRemindersWords';

/** Whether WeChat may tell me of work while the mini-program is closed (G2); nothing while there is enough of it. */
export function WorkReminders({ consent }: { readonly consent: Consent }) {
  const words = consent.canAsk ? workRemindersWords(consent.left) : undefined;
  return words ? <Reminders words={words} consent={consent} /> : null;
}
