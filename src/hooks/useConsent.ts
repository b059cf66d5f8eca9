import { useEffect, useState } from 'react';
import type { ConsentOccasion } from '../../types/contract/messages';
import { askConsent, templatesFor } from '../services/consent';

export interface Consent {
  /** False where there is nothing to ask for: then offer nothing. */
  readonly canAsk: boolean;
  /** Call it straight from a tap. Resolves with the reminders that are left. */
  askNow(): Promise<number | undefined>;
}

/** Reminders by WeChat, asked for right after a tap whose result they will carry, never before. */
export function useConsent(occasion: ConsentOccasion): Consent {
  const [templateIds, setTemplateIds] = useState<readonly string[]>([]);
  useEffect(() => {
    void templatesFor(occasion).then(setTemplateIds);
  }, [occasion]);
  return { canAsk: templateIds.length > 0, askNow: () => askConsent(templateIds) };
}
