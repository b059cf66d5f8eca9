import type { TicketView } from '../../../types/contract/tickets';
import type { Fen } from '../../../types/money';
import { formatYuan } from '../../../types/yuan';

/** What was changed and what it costs: the lines of a finished repair. A quantity and its 件 stay on one line. */
export function workFacts({ materials }: Pick<TicketView, 'materials'>): { name: string; value: string }[] {
  if (materials.length === 0) return [];
  const cost = materials.reduce((sum, { price, quantity }) => sum + price * quantity, 0) as Fen;
  return [
    {
      name: '换了什么',
      value: materials.map(({ name, quantity }) => `${name} ${quantity}\u00a0件`).join('，'),
    },
    { name: '材料费', value: cost === 0 ? '不收费' : formatYuan(cost) },
  ];
}
