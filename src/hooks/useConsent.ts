import { useCallback, useEffect, useState } from 'react';
import type { ConsentOccasion, ConsentTemplate } from '../../types/contract/messages';
import { askConsent, isKeptAllowed, templatesFor } from '../services/consent';

export interface Consent {
  /** False where there is nothing to ask for: then offer nothing. */
  readonly canAsk: boolean;
  /** How many reminders are left of the template that has least. */
  readonly left: number;
  /** Call it straight from a tap. Resolves with the reminders that are left, all templates together. */
  askNow(): Promise<number | undefined>;
  /** As `askNow`, but only where the person has told WeChat to keep allowing it: nothing is shown. */
  addSilently(): void;
}

/** Reminders by WeChat, asked for right after a tap whose result they will carry, never before. */
export function useConsent(...occasions: readonly ConsentOccasion[]): Consent {
  const [templates, setTemplates] = useState<readonly ConsentTemplate[]>([]);
  const [isKept, setKept] = useState(false);
  const asked = occasions.join();
  const look = useCallback(async () => {
    const found = await templatesFor(asked.split(',') as ConsentOccasion[]);
    setTemplates(found);
    setKept(await isKeptAllowed(found.map(({ templateId }) => templateId)));
  }, [asked]);
  useEffect(() => {
    void look();
  }, [look]);
  const askNow = async () => {
    const left = await askConsent(templates.map(({ templateId }) => templateId));
    await look();
    return left;
  };
  return {
    ...{ canAsk: templates.length > 0, left: Math.min(...templates.map(({ remaining }) => remaining)) },
    askNow,
    addSilently: () => {
      if (isKept) void askNow();
    },
  };
}
