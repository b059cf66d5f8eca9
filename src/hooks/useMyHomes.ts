import { useEffect } from 'react';
import type { MyHome, WhoAmI } from '../../types/contract/people';
import { lookedAt, useMe } from '../stores/me';
import { type Asked, useAnswer } from './useAnswer';

export interface MyHomes {
  readonly asked: Asked<WhoAmI>;
  readonly me: WhoAmI | undefined;
  /** The home that is looked at; the first where none was chosen. */
  readonly home: MyHome | undefined;
}

/** Who am I and which home am I looking at, for pages that may be opened before the home page was. */
export function useMyHomes(): MyHomes {
  const asked = useAnswer('people.whoAmI', {}, { isKept: true, topics: ['homes'] });
  const { me: known, homeId, learn } = useMe();
  const { answer } = asked;
  useEffect(() => {
    if (answer.kind === 'ready' && !answer.missing) learn(answer.value);
  }, [answer, learn]);
  const me = known ?? (answer.kind === 'ready' ? answer.value : undefined);
  return { asked, me, home: lookedAt({ me, homeId }) };
}
