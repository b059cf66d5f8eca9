import { Card, Row } from '@/components';
import { useOutbox } from '@/hooks/useOutbox';
import { open, pages } from '@/services/routes';
import { unsentWords } from './unsentWords';

/** Reports that have not left the phone, in a row that leads to them. `homeId`: the home that is looked at; undefined where there is none. */
export function Unsent({ homeId }: { readonly homeId?: string }) {
  const words = unsentWords(useOutbox(homeId), homeId);
  if (!words) return null;
  return (
    <Card isFlush>
      <Row icon="wrench" {...words} onTap={() => open(pages.tickets, homeId ? { homeId } : {})} />
    </Card>
  );
}
