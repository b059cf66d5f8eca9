import type { ParsedOf } from '../../../../types/contract';
import type { ServiceTerms } from '../../../../types/contract/ticketDesks';
import { granted } from '../../../../types/refusal';
import { changes, save } from '../../../kernel/changes';
import { toDo, toRefuse } from '../../../kernel/decision';
import type { Changing, Reading } from '../../../kernel/routes';
import { areSound } from '../terms';
import { communityTerms, serviceTerms, termsOf } from '../termsStore';

/** The terms that hold in a community. */
export const seeTerms: Reading<ParsedOf<'ticketDesks.terms'>, ServiceTerms> = async ({ communityId }) =>
  granted(await termsOf(communityId));

/** The project manager sets a community's own terms. Clocks that run keep their deadlines. Refuses TERMS_NOT_SOUND. */
export const setTerms: Changing<
  ParsedOf<'ticketDesks.setTerms'>,
  void,
  { readonly communityId: string },
  ServiceTerms
> = {
  decide: async ({ communityId, terms }) => {
    if (!areSound(terms)) return toRefuse('TERMS_NOT_SOUND');
    const read = await communityTerms(communityId);
    return toDo(
      { communityId },
      changes({
        writes: [save(serviceTerms, read, { _id: communityId, terms })],
        audit: [
          { what: 'termsSet', beneficiary: { communityId }, subjects: [`serviceTerms/${communityId}`] },
        ],
      }),
    );
  },
  answer: async ({ communityId }) => granted(await termsOf(communityId)),
};
