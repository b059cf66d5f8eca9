import { stageEnvironment } from '../stage/stageCloud';

/** A module of the product by its path in `cloudfunctions`, loaded once the SDK's environment stands, as tests may break it. */
export function load<Module>(path: string): Module {
  Object.assign(process.env, stageEnvironment);
  return require(`../../../cloudfunctions/${path}`) as Module;
}

/** The product with one function broken on purpose, by what jest can restore; and which laws must say so. */
export interface Sabotage {
  readonly what: string;
  readonly commit: () => void;
  /** The first law that is broken is one of these. */
  readonly laws: readonly string[];
  /** Where to look first: odd seeds are paid through cloudPay, even ones by the merchant's own keys. */
  readonly seed: number;
}
