import { refused } from '../../../types/refusal';
import { reachSelf } from '../../kernel/access';

/** An action of the contract that is being built: nobody is let in. Goes when the last of them is there. */
export const readLater = { reach: reachSelf, who: [], read: async () => refused('UNKNOWN_ACTION') };
export const changeLater = { reach: reachSelf, who: [], change: async () => refused('UNKNOWN_ACTION') };
