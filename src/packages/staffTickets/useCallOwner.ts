import { useEffect } from 'react';
import { useChange } from '@/hooks/useChange';
import { callPhone, say } from '@/services/device';

/** Calls whoever reported a ticket: the cloud gives the whole number then, and keeps who opened it. */
export function useCallOwner(): (ticketId: string) => Promise<void> {
  const { run, refusal } = useChange('ticketWork.openContact');
  useEffect(() => {
    if (refusal) say(refusal.sentence);
  }, [refusal]);
  return async (ticketId) => {
    const contact = await run({ ticketId });
    if (contact) callPhone(contact.phone);
  };
}
