import { useChange } from '@/hooks/useChange';
import { callPhone, say } from '@/services/device';

/** Calls whoever reported a ticket: the cloud gives the whole number then, and keeps who opened it. */
export function useCallOwner(): (ticketId: string) => Promise<void> {
  const { run } = useChange('ticketWork.openContact');
  return async (ticketId) => {
    const contact = await run({ ticketId });
    if (contact) callPhone(contact.phone);
    else say('号码暂时打不开，请稍后再试');
  };
}
