import { useState } from 'react';
import { ask } from '@/services/cloud';
import { useDidShow } from '@/services/lifecycle';

type Shown =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'ready'; readonly communityName: string };

/** The community's name, asked for whenever the page is shown. */
export function useWelcome(): Shown {
  const [shown, setShown] = useState<Shown>({ kind: 'waiting' });
  useDidShow(async () => {
    const outcome = await ask('community.welcome', {});
    setShown(
      outcome.ok
        ? { kind: 'ready', communityName: outcome.value.communityName }
        : { kind: 'refused', sentence: outcome.refusal.sentence },
    );
  });
  return shown;
}
