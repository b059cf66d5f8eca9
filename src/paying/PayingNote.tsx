import { Refusal } from '../components';
import { type Paying, payingWords } from './paying';

/** How the payment stands, in place; nothing while all goes well. */
export function PayingNote({ paying }: { readonly paying: Paying }) {
  const said = payingWords(paying);
  return said ? <Refusal {...said} /> : null;
}
