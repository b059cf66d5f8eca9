import { wxmlCompiles, wxssCompiles } from './compilers';
import { type AllowedGlobal, forbiddenGlobals } from './forbiddenGlobals';
import type { Gate } from './gate';
import { references } from './references';
import { schemas } from './schemas';
import { scripts } from './scripts';
import { type SizeBudgets, sizes } from './sizes';
import { templates } from './templates';
import { type AcceptedRule, weixinCi } from './weixinCi';

/** What the project allows itself: `limits.json`. */
export interface Limits {
  readonly budgets: SizeBudgets;
  readonly allowedGlobals: readonly AllowedGlobal[];
  readonly acceptedRules: readonly AcceptedRule[];
}

/** Every gate, cheap ones first. `modules` is the toolkit's `node_modules`. */
export function allGates(modules: string, limits: Limits): Gate[] {
  return [
    ...ownGates(limits),
    schemas(modules),
    wxmlCompiles(modules),
    wxssCompiles(modules),
    weixinCi(modules, limits.acceptedRules),
  ];
}

/** The gates that need nothing but this repository. */
export function ownGates(limits: Limits): Gate[] {
  return [references, templates, scripts, forbiddenGlobals(limits.allowedGlobals), sizes(limits.budgets)];
}
